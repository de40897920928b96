import { expect, it } from 'vitest'
import { stopReason } from './stop-reason.ts'

it.each([
  ['deadline', ['deadline', 'the time for the whole run was over; give more with --run-timeout']],
  ['SIGINT', ['interrupted', 'the run was interrupted']],
  ['SIGTERM', ['interrupted', 'the run was interrupted']],
])('explains %s', (reason, words) => {
  expect(stopReason(AbortSignal.abort(reason))).toEqual(words)
})
