import { describe, expect, it } from 'vitest'
import { AuthoringError } from '../errors.ts'
import { onlyStoryboard } from './only-storyboard.fixture.ts'
import { messageOf, scratchFile } from './scratch-folder.fixture.ts'

/** A storyboard of one step; `more` stands below the step's task. */
function withStep(more: string): string {
  return `id: x\nphases:\n  - id: p\n    steps:\n      - id: s\n        task: check_governance\n${more}`
}

/** The same with one validation, which begins in line 8, column 13. */
function withValidation(validation: string): string {
  return withStep(`        validations:\n          - ${validation}\n`)
}

describe('a storyboard', () => {
  it('keeps what its author wrote, known or not', async () => {
    const file = await scratchFile(
      withStep('        novelty: {a: 1}\n        validations:\n          - {check: invented, x: 1}\n'),
    )
    expect(await onlyStoryboard(file)).toMatchObject({
      file,
      value: {
        id: 'x',
        phases: [
          {
            id: 'p',
            steps: [
              { id: 's', task: 'check_governance', novelty: { a: 1 }, validations: [{ check: 'invented', x: 1 }] },
            ],
          },
        ],
      },
    })
  })
  it('may leave the steps of a phase to the runner when it says so', async () => {
    const file = await scratchFile('id: x\nphases:\n  - id: p\n    $comment: made from the vectors\n')
    expect((await onlyStoryboard(file)).value.phases).toEqual([
      { id: 'p', $comment: 'made from the vectors', steps: [] },
    ])
  })
  it('may hold a field_value without a value, as old ones do', async () => {
    const file = await scratchFile(withValidation('{check: field_value, path: status}'))
    await expect(onlyStoryboard(file)).resolves.toBeDefined()
  })
})

describe('what is wrong is said in words, at its place', () => {
  it.each([
    ['', '1:1  the file is empty; write the storyboard into it'],
    ['just text\n', '1:1  the storyboard must be a mapping of keys to values, not text'],
    ['title: x\n', '1:1  the storyboard needs "id"\n1:1  the storyboard needs "phases"'],
    ['id: x\nphase: []\n', '1:1  the storyboard needs "phases"; is "phase" a slip of the pen?'],
    ['id: x\nphases: {}\n', '2:1  phases must be a list, not a mapping of keys to values'],
    ['id: x\nphases:\n  - id: p\n', '3:5  phases[0] needs "steps"'],
    [
      'id: x y\nphases:\n  - {id: p, steps: [{id: s, task: t}]}\n',
      '1:1  id is "x y", which does not have the form ^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*$',
    ],
    [
      'id: x\nversion: 1.0\nphases:\n  - {id: p, steps: [{id: s, task: t}]}\n',
      '2:1  version must be text, not a number: put it in quotes, "1"',
    ],
    [
      'id: x\nphases:\n  - id: p\n    steps:\n      - id: s\n        taks: t\n',
      '5:9  phases[0].steps[0] needs "task"; is "taks" a slip of the pen?',
    ],
    [withStep('        stateful: "yes"\n'), '7:9  phases[0].steps[0].stateful must be true or false, not text'],
    [
      withStep('        gov_reply: eror\n'),
      '7:9  phases[0].steps[0].gov_reply is "eror", which is not one of "success", "error", "any"; did you mean "error"?',
    ],
    [
      withStep('        context_outputs:\n          - path: plan_id\n'),
      '8:13  phases[0].steps[0].context_outputs[0] needs "name" or "key"',
    ],
    [
      withStep('        context_outputs:\n          - name: plan_id\n'),
      '8:13  phases[0].steps[0].context_outputs[0] needs "path" or "generate" or "value"',
    ],
    [withValidation('description: nothing'), '8:13  phases[0].steps[0].validations[0] needs "check"'],
    [
      withValidation('check: 3'),
      '8:13  phases[0].steps[0].validations[0].check must be text, not a number: put it in quotes, "3"',
    ],
    [withValidation('check: field_present'), '8:13  field_present needs "path"'],
    [
      withValidation('{check: field_value_or_absent, path: a}'),
      '8:13  field_value_or_absent needs "value" or "allowed_values"',
    ],
    [withValidation('check: gov_decision'), '8:13  gov_decision needs "value" or "allowed_values"'],
    [
      withValidation('{check: gov_decision, value: aproved}'),
      '8:35  phases[0].steps[0].validations[0].value is "aproved", which is not one of "approved", "denied", "conditions"; did you mean "approved"?',
    ],
    [
      withValidation('{check: gov_findings, min: -1}'),
      '8:35  phases[0].steps[0].validations[0].min is -1, which must be >= 0',
    ],
    [
      withValidation('{check: gov_not_disclosed, values: []}'),
      '8:40  phases[0].steps[0].validations[0].values must not be empty',
    ],
    [
      withValidation(`{check: field_present, path: ${'a'.repeat(1025)}}`),
      '8:36  phases[0].steps[0].validations[0].path must have at most 1024 characters',
    ],
    [
      withValidation('{check: response_schema, severity: optional}'),
      '8:38  phases[0].steps[0].validations[0].severity is "optional", which is not one of "required", "advisory"',
    ],
  ])('%#', async (text, message) => {
    const file = await scratchFile(text)
    expect(await messageOf(onlyStoryboard(file), file)).toBe(message)
    await expect(onlyStoryboard(file)).rejects.toBeInstanceOf(AuthoringError)
  })
  it('twenty at most', async () => {
    const file = await scratchFile(`id: x\nphases:\n${'  - {}\n'.repeat(50)}`)
    const error = await onlyStoryboard(file).catch((reason: unknown) => reason)
    expect((error as AuthoringError).problems).toHaveLength(20)
  })
})

describe('ids', () => {
  it('of phases must differ', async () => {
    const file = await scratchFile(
      'id: x\nphases:\n  - {id: p, steps: [{id: a, task: t}]}\n  - {id: p, steps: [{id: b, task: t}]}\n',
    )
    expect(await messageOf(onlyStoryboard(file), file)).toBe(
      '4:6  the phase id "p" is already used in line 3; give each phase its own',
    )
  })
  it('of steps must differ in the whole storyboard', async () => {
    const file = await scratchFile(
      'id: x\nphases:\n  - {id: p, steps: [{id: a, task: t}]}\n  - {id: q, steps: [{id: a, task: t}]}\n',
    )
    expect(await messageOf(onlyStoryboard(file), file)).toBe(
      '4:22  the step id "a" is already used in line 3; give each step its own',
    )
  })
})
