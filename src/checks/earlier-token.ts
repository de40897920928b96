import { AuthoringDefect } from '../errors.ts'
import type { Evidence } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { readToken } from '../token/read-token.ts'
import { isText } from './text.ts'

/**
 * The claims of the token that an earlier step was answered with; none when it carried no readable one, which the
 * validations of that step tell.
 * @throws AuthoringDefect when no such step was sent before
 */
export function earlierClaims(parameter: string, stepId: string, { earlier }: Evidence): JsonObject {
  const exchange = earlier(stepId)
  if (exchange === undefined)
    throw new AuthoringDefect(`${parameter} names the step "${stepId}", which was not sent before`)
  const text = exchange.reply.kind === 'task' ? exchange.reply.payload?.governance_context : undefined
  const read = isText(text) ? readToken(text) : undefined
  return read && 'token' in read ? read.token.claims : {}
}
