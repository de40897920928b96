import type { BlockedReason } from '../model/verdict.ts'

/** Why an aborted run sends nothing more. */
export function stopReason(signal: AbortSignal): [BlockedReason, string] {
  if (signal.reason === 'deadline')
    return ['deadline', 'the time for the whole run was over; give more with --run-timeout']
  return ['interrupted', 'the run was interrupted']
}
