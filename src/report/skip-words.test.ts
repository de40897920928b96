import { expect, it } from 'vitest'
import { skipWords } from './skip-words.ts'

const skipped = (detail: string, reason: 'peer_branch_taken' | 'peer_substituted' | 'not_applicable') =>
  ({ status: 'not_applicable', reason, detail }) as const

it.each([
  [
    skipped('token_phase contributed by by_intent.buy — by_execution is moot', 'peer_branch_taken'),
    'one of several ways is enough here, and the agent took another (by_intent.buy), so this one is left out; nothing needs doing',
  ],
  [
    skipped('seed state provided by setup.create', 'peer_substituted'),
    'the agent lacks the tool, and another step does as well for what follows (setup.create); nothing needs doing',
  ],
  [skipped('the agent declares no such specialism', 'not_applicable'), 'the agent declares no such specialism'],
  [
    { status: 'blocked', reason: 'no_reply', detail: 'x contributed by y — z is moot' } as const,
    'x contributed by y — z is moot',
  ],
  [{ status: 'errored', detail: 'broke' } as const, 'broke'],
])('says why a step was left out: %j', (verdict, words) => {
  expect(skipWords(verdict)).toBe(words)
})
