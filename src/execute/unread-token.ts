import { errorClasses } from '../checks/error-classes.ts'
import { readPath } from '../json/path.ts'
import type { Exchange } from '../model/exchange.ts'
import type { StepVerdict } from '../model/verdict.ts'
import { readToken } from '../token/read-token.ts'
import type { StepSetting } from './step-setting.ts'

type Blocked = StepVerdict & { readonly status: 'blocked' }

/**
 * A seller refuses the token of the other agent, which is no signed one. At 3.0 a governance agent may say that its tokens cannot be
 * verified, and a seller may verify: neither is at fault, and what the two would do together stays open.
 */
export function unreadTokenVerdict({ request, reply }: Exchange, { run, state }: StepSetting): Blocked | undefined {
  if (run.adcp.line !== '3.0' || state.board.source.value.category !== 'governed_loop') return undefined
  const code = reply.kind === 'task' ? reply.error?.code : undefined
  if (code === undefined || !errorClasses.governance_token.some((one) => one === code)) return undefined
  const token = readPath(request.payload, 'governance_context')
  if (typeof token !== 'string' || 'token' in readToken(token)) return undefined
  const detail = `the governance agent issues tokens that are not signed, and the seller takes none of that kind (${code}): AdCP 3.0 allows both, and they do not work together. Let the governance agent sign its tokens, or the seller pass on what it cannot read`
  return { status: 'blocked', reason: 'requirement_unmet', detail }
}
