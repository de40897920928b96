import type { Exchange } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'

/** Every governance context the runner sent or was given: a bearer token for a plan, as long as it lives. */
export function governanceContexts(exchanges: readonly (Exchange | undefined)[]): ReadonlySet<string> {
  const carriers = exchanges.flatMap((exchange) => (exchange ? [exchange.request.payload, ...replies(exchange)] : []))
  const values = carriers.map((carrier) => carrier?.governance_context)
  return new Set(values.filter((value) => typeof value === 'string'))
}

function replies({ reply }: Exchange): readonly (JsonObject | undefined)[] {
  return reply.kind === 'task' ? [reply.payload, reply.envelope] : []
}
