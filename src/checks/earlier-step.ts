import { AuthoringDefect } from '../errors.ts'
import type { Evidence } from '../model/check.ts'
import type { Exchange } from '../model/exchange.ts'

/**
 * What an earlier step of the storyboard shows, in the place of this one's reply.
 * @throws AuthoringDefect when that step was not sent: the agent is not blamed for what it was never asked
 */
export function evidenceOfStep(id: string, evidence: Evidence): Evidence {
  const { reply } = exchangeOfStep(id, evidence)
  return { ...evidence, reply, payload: reply.kind === 'task' ? reply.payload : undefined }
}

/** @throws AuthoringDefect as above */
export function exchangeOfStep(id: string, evidence: Evidence): Exchange {
  const exchange = evidence.earlier(id)
  if (exchange === undefined)
    throw new AuthoringDefect(`the step ${id} was not sent, so nothing can be said of its reply`)
  return exchange
}
