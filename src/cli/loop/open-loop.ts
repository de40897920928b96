import { certificateFor } from '../../peers/governance-peer/certificate.ts'
import type { RunOptions } from '../../run.ts'
import type { Io } from '../io.ts'
import type { AgentOrder, LaunchedAgent } from './agent-order.ts'
import type { LoopAgent, LoopFault } from './loop-fault.ts'

export interface LoopSetting {
  readonly adcpVersion: RunOptions['adcpVersion']
  readonly fault?: LoopFault
  /** How each of the two is started. */
  launch(order: AgentOrder): Promise<LaunchedAgent>
}

/** Both agents of this program, and how a run reaches them. */
export interface OpenLoop {
  readonly target: Pick<RunOptions, 'url' | 'credentials'> & {
    readonly agents: NonNullable<RunOptions['agents']>
    readonly defaultAgent: 'sales'
  }
  close(): Promise<void>
}

/**
 * Starts a governance agent and a seller that trusts its certificate. The seller comes first: the governance agent lets it in
 * under the address that it has by then.
 * @throws what `launch` throws; nothing is left running then
 */
export async function openLoop({ launch, fault, adcpVersion }: LoopSetting, io: Io): Promise<OpenLoop> {
  const { cert, key } = await certificateFor('127.0.0.1', io.clock.now())
  const [buyer, seller] = [`${io.ids.uuid()}${io.ids.uuid()}`, `${io.ids.uuid()}${io.ids.uuid()}`]
  const order = (agent: LoopAgent) => ({ agent, adcpVersion, ...(fault?.agent === agent && { fault: fault.fault.id }) })
  const running: LaunchedAgent[] = []
  const close = async () => void (await Promise.all(running.map((one) => one.close())))
  try {
    const sales = await launch({ ...order('sales'), certificate: { cert }, tokens: [[buyer, 'buyer']] })
    running.push(sales)
    const tokens = [[buyer, 'buyer'] as const, [seller, sales.url] as const]
    const governance = await launch({ ...order('governance'), certificate: { cert, key }, tokens })
    running.push(governance)
    await sales.learnBrand(new URL('/.well-known/brand.json', governance.url).href)
    return { target: targetOf(sales.url, governance.url, { buyer, seller, cert }), close }
  } catch (error) {
    await close()
    throw error
  }
}

function targetOf(
  sales: string,
  governance: string,
  { buyer, seller, cert }: { readonly buyer: string; readonly seller: string; readonly cert: string },
): OpenLoop['target'] {
  const credentials = { token: buyer }
  const principals = { seller: { token: seller } }
  return {
    url: sales,
    credentials,
    agents: {
      sales: { url: sales, credentials },
      governance: { url: governance, credentials: { ...credentials, principals }, trust: cert },
    },
    defaultAgent: 'sales',
  }
}
