import type { RunVerdict } from '../model/run-report.ts'
import type { RunStatus } from '../model/verdict.ts'

/** The exit code that a finished or interrupted run stands for; a contract with whoever calls the program. */
export function verdictExitCode(verdict: RunVerdict): number {
  if (verdict.stopped === 'SIGINT') return 130
  if (verdict.stopped === 'SIGTERM') return 143
  return codes[verdict.status]
}

const codes = {
  conformant: 0,
  nonconformant: 1,
  incomplete: 3,
  unreachable: 4,
  error: 5,
} as const satisfies Record<RunStatus, number>
