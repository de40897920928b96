import { describe, expect, it } from 'vitest'
import { result, v30, v31 } from '../checks/evidence.fixture.ts'
import type { Validation } from '../model/storyboard.ts'
import { audit, outcomes, planned, play, schemas } from './scripted-transport.fixture.ts'

const advisory = (more: Partial<Validation> = {}): Validation => ({
  check: 'field_present',
  path: 'none',
  severity: 'advisory',
  ...more,
})
const grade = async (validation: Validation, more = {}) => {
  const { steps } = await play(planned([[audit({ validations: [validation] })]]), [result({})], more)
  const [, own] = steps[0]?.validations ?? []
  return [steps[0]?.verdict.status, own?.severity, own?.promoted]
}

describe('an advisory validation', () => {
  it('warns, and never decides', async () => {
    expect(await grade(advisory())).toEqual(['passed', 'advisory', undefined])
    expect(await grade(advisory({ permanent_advisory: { reason: 'r' } }))).toEqual(['passed', 'advisory', undefined])
  })

  it('decides from the release on that its author names', async () => {
    const until = advisory({ expires_after_version: '3.1.0' })
    expect(await grade(until, { adcp: v30 })).toEqual(['passed', 'advisory', undefined])
    expect(await grade(until, { adcp: v31 })).toEqual(['failed', 'required', true])
  })

  it('stays one when the release cannot be read, or the check is not known', async () => {
    expect(await grade(advisory({ expires_after_version: 'soon' }))).toEqual(['passed', 'advisory', undefined])
    const unknown = advisory({ check: 'not_here_yet', expires_after_version: '3.0.0' })
    expect(await grade(unknown)).toEqual(['passed', 'advisory', undefined])
  })

  it('does not void the run when its check breaks', async () => {
    const broken = {
      ...schemas,
      load: async (ref: string) => ({
        id: ref,
        url: ref,
        validate: () => {
          throw new TypeError('our bug')
        },
      }),
    }
    const step = (severity: 'required' | 'advisory') =>
      planned([[audit({ validations: [{ check: 'response_schema', severity }] })]])
    const soft = await play(step('advisory'), [result({})], { schemas: broken })
    expect(soft.verdicts).toEqual([{ status: 'passed' }])
    expect(outcomes(soft.steps[0])?.at(-1)).toEqual(['response_schema', 'errored'])
    const hard = await play(step('required'), [result({})], { schemas: broken })
    expect(hard.verdicts).toMatchObject([{ status: 'errored' }])
  })
})
