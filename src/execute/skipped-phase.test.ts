import { expect, it } from 'vitest'
import { skippedPhase } from './skipped-phase.ts'

const facts = {
  test_kit: { account: { id: 'a1' } },
  context: { phase: 'intent', many: 'x'.repeat(41), count: 7 },
  agent: { media_buy: { aware: true } },
}
const kitAgain = 'nothing needs doing, unless you want it graded: then change the test kit'

it.each([
  ['context.phase', 'left out on purpose, as an earlier step has found phase (intent): nothing needs doing'],
  ['context.many', 'left out on purpose, as an earlier step has found many: nothing needs doing'],
  ['context.count', 'left out on purpose, as an earlier step has found count: nothing needs doing'],
  ['!context.missing', 'left out on purpose, as no earlier step has found missing: nothing needs doing'],
  ["context.phase != 'purchase'", 'left out on purpose, as phase is intent, not purchase: nothing needs doing'],
  ["context.phase == 'intent'", 'left out on purpose, as phase is intent: nothing needs doing'],
  ["context.missing != 'intent'", 'left out on purpose, as missing is not intent: nothing needs doing'],
  ['test_kit.account.id', `left out on purpose, as the test kit has account.id: ${kitAgain}`],
  ['!test_kit.auth.basic', `left out on purpose, as the test kit has no auth.basic: ${kitAgain}`],
  ['agent.media_buy.aware', 'left out on purpose, as the agent has media_buy.aware: nothing needs doing'],
  ['!agent.signals', 'left out on purpose, as the agent has no signals: nothing needs doing'],
  ['test_kit.a && context.phase', `left out on purpose: ${kitAgain}`],
])('says in words why %s leaves a phase out', (condition, words) => {
  expect(skippedPhase(condition, facts)).toBe(`${words} (skip_if: ${condition})`)
})
