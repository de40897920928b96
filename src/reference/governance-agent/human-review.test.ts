import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import { audit, bedWith, check, execution, first, intent, plan, type TestBed, valid } from '../agent.fixture.ts'

async function log(bed: TestBed): Promise<JsonObject> {
  return first(await valid(bed, 'get_plan_audit_logs', audit()), 'plans')
}

describe('a human has to look', () => {
  const housing = { policy_categories: ['fair_housing'], human_review_required: true }
  const policy = { policy_id: 'credit', enforcement: 'must', policy: 'Credit.', requires_human_review: true }
  it.each<[string, JsonObject]>([
    ['the plan says so', { human_review_required: true }],
    [
      'its category does',
      { ...housing, brand: { domain: 'a.example', data_subject_contestation: { email: 'a@a.example' } } },
    ],
    ['a policy of its own does', { custom_policies: [policy] }],
  ])('when %s', async (_case, more) => {
    const bed = await bedWith(more)
    const payload = await check(bed, intent(1))
    expect(payload).toEqual({ status: 'submitted', task_id: expect.any(String), message: expect.any(String) })
  })
  it('when a portfolio says so', async () => {
    const portfolio = { member_plan_ids: ['plan_1'], shared_policy_ids: ['eu_ai_act_annex_iii'] }
    const bed = await bedWith({}, plan({ plan_id: 'global', portfolio }))
    expect((await check(bed, intent(1))).status).toBe('submitted')
  })
  it('and sees that nobody can contest a decision under Annex III', async () => {
    const bed = await bedWith(housing)
    expect(await check(bed, intent(1))).toMatchObject({ status: 'submitted', findings: [{ severity: 'critical' }] })
  })
  it('while it decides, the log says what waits, and nothing is decided', async () => {
    const bed = await bedWith({ human_review_required: true })
    await check(bed, intent(1))
    await check(bed, intent(1))
    const { summary, entries } = await log(bed)
    expect(summary).toMatchObject({
      checks_performed: 2,
      statuses: { approved: 0, denied: 0, conditions: 0, human_reviewed: 0 },
      escalations: [{ check_id: expect.any(String), reason: 'The plan requires human review of every action.' }],
    })
    expect(first({ entries: entries ?? [] }, 'entries')).not.toHaveProperty('status')
  })
})

describe('what the human says', () => {
  async function asked(): Promise<{ bed: TestBed; taskId: string }> {
    const bed = await bedWith({ human_review_required: true })
    return { bed, taskId: (await check(bed, intent(70000))).task_id as string }
  }
  it('is the answer when the same is asked again, and covers the seller', async () => {
    const { bed, taskId } = await asked()
    expect((await check(bed, intent(70000))).task_id).toBe(taskId)
    expect(bed.agent.operator.waitingReviews()).toMatchObject([{ taskId }])
    expect(bed.agent.operator.resolveReview(taskId, { approved: true, actor: 'Ada' })).toBe(true)
    const approved = await check(bed, intent(70000))
    expect(approved.status).toBe('approved')
    const token = approved.governance_context as string
    expect((await check(bed, execution(token))).status).toBe('approved')
    expect((await check(bed, execution(token, { total_budget: 70001 }))).status).toBe('submitted')
  })
  it('is kept with the name of who said it', async () => {
    const { bed, taskId } = await asked()
    bed.agent.operator.resolveReview(taskId, { approved: true, actor: 'Ada' })
    const { summary, entries } = await log(bed)
    expect(summary).toMatchObject({
      statuses: { approved: 1, human_reviewed: 1 },
      escalations: [{ resolution: 'approved_by_human: Ada', resolved_at: '2027-03-01T00:00:00.000Z' }],
    })
    expect(first({ entries: entries ?? [] }, 'entries').explanation).toMatch(/Approved by Ada/)
  })
  it('may be no', async () => {
    const { bed, taskId } = await asked()
    bed.agent.operator.resolveReview(taskId, { approved: false, actor: 'Ada' })
    expect(await check(bed, intent(70000))).toMatchObject({
      status: 'denied',
      findings: [{ category_id: 'human_review' }],
    })
    expect((await log(bed)).summary).toMatchObject({ escalations: [{ resolution: 'rejected_by_human: Ada' }] })
  })
  it('does not go for anything else', async () => {
    const { bed, taskId } = await asked()
    bed.agent.operator.resolveReview(taskId, { approved: true, actor: 'Ada' })
    expect((await check(bed, intent(70001))).status).toBe('submitted')
  })
  it('cannot lift a limit of the plan', async () => {
    const bed = await bedWith({ human_review_required: true })
    const { task_id } = await check(bed, intent(75001))
    bed.agent.operator.resolveReview(task_id as string, { approved: true, actor: 'Ada' })
    expect((await check(bed, intent(75001))).status).toBe('denied')
    expect((await log(bed)).summary).toMatchObject({ statuses: { approved: 0, denied: 2, human_reviewed: 1 } })
  })
  it('is asked for once', async () => {
    const { bed, taskId } = await asked()
    bed.agent.operator.resolveReview(taskId, { approved: true, actor: 'Ada' })
    expect(bed.agent.operator.resolveReview(taskId, { approved: false, actor: 'Ada' })).toBe(false)
    expect(bed.agent.operator.waitingReviews()).toEqual([])
  })
})
