import type { RunVerdict } from '../model/run-report.ts'
import type { RunStatus } from '../model/verdict.ts'

/** The exit code that a finished or interrupted run stands for; a contract with whoever calls the program. */
export function verdictExitCode(verdict: RunVerdict): number {
  const { stopped } = verdict
  if (stopped !== undefined && stopped !== 'deadline') return stopCodes[stopped]
  return codes[verdict.status]
}

/** Of a program that a signal ended: 128 and the number of the signal, as shells say it. */
export const stopCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

const codes = {
  conformant: 0,
  nonconformant: 1,
  incomplete: 3,
  unreachable: 4,
  error: 5,
} as const satisfies Record<RunStatus, number>
