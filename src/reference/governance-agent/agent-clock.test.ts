import { expect, it } from 'vitest'
import { pause, skippingClock } from './agent-clock.ts'

it('real time passes when the clock cannot skip it', async () => {
  const started = performance.now()
  await pause(20, { now: Date.now })
  expect(performance.now() - started).toBeGreaterThan(15)
})

it('a skipping clock is ahead by what was slept through', async () => {
  const clock = skippingClock(() => 1000)
  await pause(11_000, clock)
  await pause(0, clock)
  await pause(-5, clock)
  expect(clock.now()).toBe(12_000)
})
