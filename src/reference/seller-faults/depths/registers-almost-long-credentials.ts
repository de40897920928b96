import type { Json, JsonObject } from '../../../model/json.ts'
import { objectAt, objectsIn, textAt } from '../../governance-agent/payload.ts'
import type { SellerFault } from '../seller-fault.ts'

export const registersAlmostLongCredentials = {
  id: 'registers-almost-long-credentials',
  requirement: 'GOV-SE-005',
  title: 'Registers credentials of 24 characters and more.',
  break: (parts) => ({
    ...parts,
    requestProblem: async (task, args, schemas) =>
      await parts.requestProblem(task, task === 'sync_governance' ? lengthened(args) : args, schemas),
  }),
} as const satisfies SellerFault

function lengthened(args: JsonObject): JsonObject {
  const accounts = objectsIn(args.accounts).map((one) => ({
    ...one,
    governance_agents: objectsIn(one.governance_agents).map(withLongerCredential),
  }))
  return { ...args, accounts }
}

function withLongerCredential(agent: JsonObject): Json {
  const authentication = objectAt(agent.authentication)
  const credential = textAt(authentication.credentials) ?? ''
  if (credential.length < 24) return agent
  return { ...agent, authentication: { ...authentication, credentials: credential.padEnd(32) } }
}
