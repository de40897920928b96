import { violation } from '../concern.ts'
import { nothing, type Rule } from './rule.ts'

/** A lapsed approval is no approval: a seller must not confirm on it (check_governance, expiration). */
export const lapsedApproval: Rule = ({ kind, phase, follows }, { now }) => {
  if (kind !== 'execution' || phase !== 'purchase' || follows?.expiresAt === undefined) return nothing
  if (now < follows.expiresAt) return nothing
  return [violation('approval_validity', `The approval lapsed at ${new Date(follows.expiresAt).toISOString()}.`)]
}
