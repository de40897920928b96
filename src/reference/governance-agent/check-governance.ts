import type { JsonObject } from '../../model/json.ts'
import { violation } from './concern.ts'
import { judge, unmetKey } from './judge.ts'
import { textAt } from './payload.ts'
import { readSubject } from './read-subject.ts'
import { recordCheck } from './record-check.ts'
import { planNotFound, Refusal } from './refusal.ts'
import type { CheckRecord, StoredPlan } from './state.ts'
import type { Subject } from './subject.ts'
import type { Workings } from './workings.ts'

/** Longer callers would crowd the token. */
const longestCaller = 512

/** check_governance: may this action go ahead under the plan? Commits nothing. */
export async function checkGovernance(args: JsonObject, principal: string, work: Workings): Promise<JsonObject> {
  const stored = planOf(args, principal, work)
  const subject = readSubject(args, stored, work)
  refuseImpostor(subject, principal, work)
  await refuseStranger(subject, stored, work)
  const judgement = judge(subject, stored, work)
  const check = await recordCheck(subject, judgement, stored, work)
  countUnmet(check, subject, stored, work)
  return work.parts.checkReply(check, stored.plan)
}

function planOf(args: JsonObject, principal: string, { state, parts }: Workings): StoredPlan {
  const caller = textAt(args.caller) ?? ''
  if (caller.length > longestCaller)
    throw new Refusal('INVALID_REQUEST', `caller is longer than ${longestCaller} characters.`, 'caller')
  const asker = { principal, token: textAt(args.governance_context) ?? '' }
  const stored = parts.visiblePlan(state, textAt(args.plan_id) ?? '', asker)
  if (stored === undefined) throw planNotFound()
  if (stored.suspended) throw new Refusal('CAMPAIGN_SUSPENDED', 'The plan is suspended until its owner lifts it.')
  return stored
}

function refuseImpostor({ caller }: Subject, principal: string, { parts }: Workings): void {
  if (!parts.speaksFor(principal, caller))
    throw new Refusal('PERMISSION_DENIED', 'The credential does not belong to the caller.', 'caller')
}

/** A seller that the plan does not approve gets an error, and the attempt stays in the audit log. */
async function refuseStranger(subject: Subject, stored: StoredPlan, work: Workings): Promise<void> {
  const selling = subject.kind === 'execution' || subject.kind === 'delivery'
  if (!selling || work.parts.isApprovedSeller(subject.caller, stored.plan)) return
  const { finding } = violation('seller_verification', `${subject.caller} is not an approved seller of this plan.`)
  const denied = { decision: { status: 'denied', findings: [finding] }, review: undefined } as const
  await recordCheck(subject, denied, stored, work)
  throw new Refusal('PERMISSION_DENIED', 'The caller is not an approved seller of this plan.', 'caller')
}

function countUnmet({ status }: CheckRecord, subject: Subject, stored: StoredPlan, { state }: Workings): void {
  const key = unmetKey(subject, stored)
  if (status === 'conditions') state.unmet.set(key, (state.unmet.get(key) ?? 0) + 1)
  if (status === 'approved') state.unmet.delete(key)
}
