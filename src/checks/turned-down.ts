import type { Evidence } from '../model/check.ts'

/**
 * Whether each of these earlier steps was refused before anybody was asked about it: with another code than GOVERNANCE_DENIED, or
 * never sent at all. A seller asks of nothing that it would not sell anyway.
 */
export function wereTurnedDown(steps: readonly string[], { earlier }: Evidence): boolean {
  return steps.every((id) => {
    const reply = earlier(id)?.reply
    if (reply === undefined) return true
    const error = reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error : undefined
    return error !== undefined && error.code !== 'GOVERNANCE_DENIED'
  })
}
