import { decides } from '../judge/board-status.ts'
import type { RunReport, StepReport } from '../model/run-report.ts'

/** One thing that keeps a run from being conformant, as a baseline names it. */
export interface Failure {
  /** Address. */
  readonly step: string
  /** Absent when what failed names none. */
  readonly requirement?: string
  readonly status: 'failed' | 'blocked'
}

/** Everything that keeps the run from being conformant, and that a step shows. */
export function failuresIn(report: RunReport): readonly Failure[] {
  return stepsOf(report).filter(decides).flatMap(failuresOf)
}

/** Addresses of all steps of a run. */
export function addressesIn(report: RunReport): ReadonlySet<string> {
  return new Set(stepsOf(report).map(({ address }) => address))
}

/** What the verdict of a run speaks of, as a baseline writes it. */
export function scopeName({ scope }: RunReport): string {
  return scope.kind === 'selection' ? 'selection' : scope.id
}

function failuresOf({ address: step, verdict, validations }: StepReport): readonly Failure[] {
  const { status } = verdict
  if (status !== 'failed' && status !== 'blocked') return []
  const wrong = validations.filter(({ severity, outcome }) => severity === 'required' && outcome.status === status)
  const named = [...new Set(wrong.flatMap(({ requirements }) => requirements))]
  const unnamed = wrong.length === 0 || wrong.some(({ requirements }) => requirements.length === 0)
  return [
    ...named.map((requirement): Failure => ({ step, requirement, status })),
    ...(unnamed ? [{ step, status } as const] : []),
  ]
}

function stepsOf({ storyboards }: RunReport): readonly StepReport[] {
  return storyboards.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))
}
