import { describe, expect, it } from 'vitest'
import { AuthoringError } from '../errors.ts'
import type { Located } from '../model/located.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { TestKit } from '../model/test-kit.ts'
import { requireKitValues } from './kit-gaps.ts'

function located<T>(value: T, file: string): Located<T> {
  return { value, file, locate: () => ({ line: 3, column: 1 }) }
}

function board(id: string, sample: Record<string, string>): Located<Storyboard> {
  const steps = [{ id: 's', task: 'sync_plans', sample_request: sample }]
  return located({ id, phases: [{ id: 'p', steps }] }, `${id}.yaml`)
}

const kit = located<TestKit>({ id: 'k', governance: { caller: 'https://a.example', region: null } }, 'my-kit.yaml')

describe('a kit that lacks what storyboards use', () => {
  it('is named with the path and its users, before anything is sent', () => {
    const boards = ['governance_agent/a', 'governance_agent/b'].map((id) => ({
      source: board(id, { one: '$test_kit.governance.caller', two: 'in $test_kit.governance.country' }),
      kit,
    }))
    expect(() => requireKitValues(boards)).toThrow(AuthoringError)
    expect(() => requireKitValues(boards)).toThrow(
      'my-kit.yaml:3:1  the test kit has no governance.country; governance_agent/a and 1 more storyboards use it',
    )
  })

  it('is wrong when the value is null', () => {
    const source = board('governance_agent/a', { one: '$test_kit.governance.region' })
    expect(() => requireKitValues([{ source, kit }])).toThrow(
      'the test kit has no governance.region; governance_agent/a uses it',
    )
  })

  it.each([
    ['all is there', board('governance_agent/a', { one: '$test_kit.governance.caller' })],
    ['the storyboard is not ours', board('media_buy', { one: '$test_kit.auth.api_key' })],
  ])('is fine when %s', (_, source) => {
    expect(() => requireKitValues([{ source, kit }])).not.toThrow()
  })
})
