import { describe, expect, it } from 'vitest'
import { refusal, result, silence } from '../checks/evidence.fixture.ts'
import type { Phase, Step } from '../model/storyboard.ts'
import { audit, outcomes, plannedPhases, play, sync } from './scripted-transport.fixture.ts'

const set = { id: 'handled', semantics: 'any_of' } as const
const rejects = audit({ id: 'reject', expect_error: true, contributes: true })
const adjusts = audit({ id: 'adjust', contributes_to: 'handled' })
const asserting: Phase = {
  id: 'enforce',
  steps: [
    { id: 'assert', task: 'assert_contribution', validations: [{ check: 'any_of', allowed_values: ['handled'] }] },
  ],
}
const branch = (id: string, ...steps: Step[]): Phase => ({ id, optional: true, branch_set: set, steps })
const board = (...phases: Phase[]) => plannedPhases([...phases, asserting])
const moot = (phase: string, by: string) => ({
  status: 'not_applicable',
  reason: 'peer_branch_taken',
  detail: `handled contributed by ${by} — ${phase} is moot`,
})

describe('alternatives of which the agent takes one', () => {
  const both = board(branch('rejecting', rejects), branch('adjusting', adjusts))

  it('leave the other one moot: the second was taken', async () => {
    const { report, steps, verdicts } = await play(both, () => result({}))
    expect(verdicts).toEqual([moot('rejecting', 'adjusting.adjust'), { status: 'passed' }, { status: 'passed' }])
    expect(report.status).toBe('passed')
    expect(report.phases.map(({ status, optional }) => [status, optional])).toEqual([
      ['not_applicable', true],
      ['passed', true],
      ['passed', undefined],
    ])
    expect(steps[0]?.validations[0]?.outcome).toEqual({
      status: 'not_applicable',
      note: 'handled contributed by adjusting.adjust — rejecting is moot; what was seen: the agent answered a result',
    })
  })

  it('leave the other one moot: the first was taken', async () => {
    const { report, verdicts } = await play(both, () => refusal())
    expect(verdicts).toEqual([{ status: 'passed' }, moot('adjusting', 'rejecting.reject'), { status: 'passed' }])
    expect(report.status).toBe('passed')
  })

  it('fail the storyboard when none was taken, and show what each saw', async () => {
    const neither = board(
      branch('one', rejects),
      branch('two', audit({ id: 'two', expect_error: true, contributes: true })),
    )
    const { report, steps, verdicts } = await play(neither, () => result({}))
    expect(verdicts).toEqual([{ status: 'failed' }, { status: 'failed' }, { status: 'failed' }])
    expect(outcomes(steps[2])).toEqual([['any_of', 'failed']])
    expect([report.status, report.phases[0]?.status]).toEqual(['failed', 'failed'])
  })

  it('leave the assertion open when one of them could not be exercised', async () => {
    const { report, verdicts } = await play(both, () => silence('refused', 'gone'))
    expect(verdicts.at(-1)).toMatchObject({
      status: 'blocked',
      reason: 'prerequisite_failed',
      detail: 'no alternative has contributed handled, and b/rejecting/reject could not be exercised',
    })
    expect(report.status).toBe('blocked')
  })

  it('fail it when what could not be exercised stood on what failed in the same alternative', async () => {
    const dependent = branch(
      'dependent',
      sync({ id: 'first', validations: [{ check: 'field_present', path: 'none' }], context_outputs: [{ name: 'x' }] }),
      audit({ id: 'second', sample_request: { x: '$context.x' }, contributes: true }),
    )
    const { verdicts } = await play(board(dependent), () => result({}))
    expect(verdicts.map(({ status }) => status)).toEqual(['failed', 'blocked', 'failed'])
  })

  it('do not hold each other up, nor what comes after them', async () => {
    const state = (id: string, more: Partial<Step>) => sync({ id, contributes: true, ...more })
    const after: Phase = { id: 'after', steps: [audit({ id: 'later', stateful: true })] }
    const stateful = plannedPhases([
      branch('one', state('a', {}), audit({ id: 'b', stateful: true })),
      branch('two', state('c', {})),
      after,
      asserting,
    ])
    const { verdicts } = await play(stateful, (_call, at) => (at === 0 ? refusal() : result({})))
    expect(verdicts).toEqual([
      moot('one', 'two.c'),
      moot('one', 'two.c'),
      { status: 'passed' },
      { status: 'passed' },
      { status: 'passed' },
    ])
  })

  it('hold up what comes after them when none was taken', async () => {
    const after: Phase = { id: 'after', steps: [audit({ id: 'later', stateful: true })] }
    const { verdicts } = await play(plannedPhases([branch('one', sync({ contributes: true })), after]), () => refusal())
    expect(verdicts).toMatchObject([{ status: 'failed' }, { status: 'blocked', reason: 'prerequisite_failed' }])
  })

  it('are found without a declaration, as older storyboards write them', async () => {
    const implicit = (id: string, step: Step): Phase => ({
      id,
      optional: true,
      steps: [{ ...step, contributes_to: 'handled' }],
    })
    const { contributes: _, ...older } = rejects
    const { verdicts } = await play(board(implicit('rejecting', older), implicit('adjusting', adjusts)), () =>
      result({}),
    )
    expect(verdicts).toEqual([moot('rejecting', 'adjusting.adjust'), { status: 'passed' }, { status: 'passed' }])
  })
})

describe('a contribution', () => {
  const second = (condition: string) =>
    audit({ id: 'invalid', expect_error: true, contributes: true, contributes_if: condition })
  const pair = (condition = 'prior_step.valid.passed') =>
    board(branch('keys', audit({ id: 'valid' }), second(condition)))

  it('counts only together with the earlier step that it names', async () => {
    const good = await play(pair(), (_call, at) => (at === 0 ? result({}) : refusal()))
    expect(good.verdicts.at(-1)).toEqual({ status: 'passed' })
    const bad = await play(pair(), () => refusal())
    expect(bad.verdicts).toEqual([{ status: 'failed' }, { status: 'passed' }, { status: 'failed' }])
  })

  it.each([
    ['a condition of another form', pair('context.x'), 'contributes_if is prior_step.<id>.passed, not "context.x"'],
    [
      'both words at once',
      board(branch('one', { ...adjusts, contributes: true })),
      'contributes and contributes_to exclude each other',
    ],
    [
      'no set to contribute to',
      board({ id: 'one', steps: [rejects] }),
      'contributes: true stands in a phase without a branch_set',
    ],
    [
      'another set than its phase',
      board(branch('one', { ...adjusts, contributes_to: 'other' })),
      'contributes_to differs from the branch set "handled"',
    ],
  ])('with %s blocks its step and blames nobody', async (_words, faulty, detail) => {
    const { verdicts } = await play(faulty, () => refusal())
    expect(verdicts).toContainEqual({ status: 'blocked', reason: 'authoring_defect', detail })
  })
})

describe('an optional phase', () => {
  const optional = (...steps: Step[]): Phase => ({ id: 'maybe', optional: true, steps })
  const required: Phase = { id: 'must', steps: [audit()] }

  it('is shown when it fails, and does not fail the storyboard', async () => {
    const failing = optional(audit({ id: 'x', expect_error: true }))
    const { report, steps } = await play(plannedPhases([failing, required]), () => result({}))
    expect([report.status, report.phases[0]?.status, steps[0]?.verdict, steps[0]?.optional]).toEqual([
      'passed',
      'failed',
      { status: 'failed' },
      true,
    ])
  })

  it('proves nothing by itself when it failed', async () => {
    const { report } = await play(plannedPhases([optional(audit({ expect_error: true }))]), () => result({}))
    expect(report.status).toBe('blocked')
  })

  it('fails the storyboard when a phase that is not optional fails', async () => {
    const { report } = await play(plannedPhases([optional(audit({ id: 'x' })), required]), () => refusal())
    expect(report.status).toBe('failed')
  })
})

describe('a phase with skip_if', () => {
  const phase = (skip_if: string): Phase => ({
    id: 'keys',
    skip_if,
    steps: [audit({ id: 'one' }), audit({ id: 'two' })],
  })
  const kit = { id: 'k', auth: { api_key: 'x' } }

  it('is left out when the condition holds', async () => {
    const { agent, verdicts } = await play(plannedPhases([phase('!test_kit.auth.basic')], { kit }), [])
    const skipped = {
      status: 'not_applicable',
      reason: 'not_applicable',
      detail:
        'left out on purpose, as the test kit has no auth.basic: nothing needs doing, unless you want it graded: then change the test kit (skip_if: !test_kit.auth.basic)',
    }
    expect(verdicts).toEqual([skipped, skipped])
    expect(agent.heard).toEqual([])
  })

  it('runs when it does not', async () => {
    const { verdicts } = await play(plannedPhases([phase('!test_kit.auth.api_key')], { kit }), [])
    expect(verdicts).toEqual([{ status: 'passed' }, { status: 'passed' }])
  })

  it('knows what earlier phases captured', async () => {
    const capturing: Phase = { id: 'first', steps: [audit({ id: 'zero', context_outputs: [{ name: 'flag' }] })] }
    const { verdicts } = await play(plannedPhases([capturing, phase('context.flag == true')]), () =>
      result({ flag: true }),
    )
    expect(verdicts.map(({ status }) => status)).toEqual(['passed', 'not_applicable', 'not_applicable'])
  })

  it('is blocked, blaming nobody, when the condition cannot be read', async () => {
    const { agent, verdicts } = await play(plannedPhases([phase('maybe(x)')]), [])
    expect(verdicts).toMatchObject([
      { status: 'blocked', reason: 'authoring_defect' },
      { status: 'blocked', reason: 'authoring_defect' },
    ])
    expect(agent.heard).toEqual([])
  })
})
