import type { StepReport } from '../model/run-report.ts'
import type { Status } from '../model/verdict.ts'
import { rollUp } from './roll-up.ts'

/** Whether the verdict of a step counts: in an optional phase neither a failure nor a step that could not be exercised decides. */
export function decides({ optional, verdict }: Pick<StepReport, 'optional' | 'verdict'>): boolean {
  return !optional || (verdict.status !== 'failed' && verdict.status !== 'blocked')
}

/** The worst of the steps that decide. When only optional steps were sent and none of them passed, nothing was proven. */
export function boardStatus(steps: readonly Pick<StepReport, 'optional' | 'verdict'>[]): Status {
  const status = rollUp(steps.filter(decides).map(({ verdict }) => verdict.status))
  return status === 'not_applicable' && !steps.every(decides) ? 'blocked' : status
}
