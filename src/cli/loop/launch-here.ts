import type { Fault } from '../../reference/faults/index.ts'
import type { SellerFault } from '../../reference/seller-faults/index.ts'
import type { Io } from '../io.ts'
import { faultNamed, serveReference } from '../reference-agent.ts'
import { sellerFaultNamed, serveReferenceSeller } from '../reference-seller.ts'
import type { AgentOrder, LaunchedAgent } from './agent-order.ts'

/**
 * An agent of this program, in this process, at any free port of this machine.
 * @throws UsageError when the schemas of that version are not installed, or there is no such fault
 */
export async function launchHere(order: AgentOrder, io: Io): Promise<LaunchedAgent> {
  return order.agent === 'sales'
    ? await launchSeller(order, sellerFaultNamed(order.fault), io)
    : await launchGovernance(order, faultNamed(order.fault), io)
}

/** The governance agent, whatever it differs in. */
export async function launchGovernance(
  { certificate: { cert, key }, tokens, adcpVersion }: AgentOrder,
  fault: Fault | undefined,
  io: Io,
): Promise<LaunchedAgent> {
  if (key === undefined) throw new Error('the governance agent was given a certificate without its key')
  const options = { port: 0, adcpVersion, certificate: { cert, key }, bearerTokens: new Map(tokens) }
  const served = await serveReference({ ...options, ...(fault && { fault }) }, io)
  return { ...served, learnBrand: async () => undefined }
}

/** The seller, whatever it differs in. */
export async function launchSeller(
  { certificate: { cert }, tokens, adcpVersion }: AgentOrder,
  fault: SellerFault | undefined,
  io: Io,
): Promise<LaunchedAgent> {
  const brands = new Map<string, string>()
  const options = { port: 0, adcpVersion, certificate: cert, brands, bearerTokens: new Map(tokens) }
  const served = await serveReferenceSeller({ ...options, ...(fault && { fault }) }, io)
  return {
    ...served,
    async learnBrand(brandUrl) {
      for (const [, principal] of tokens) brands.set(principal, brandUrl)
    },
  }
}
