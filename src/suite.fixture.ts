import { randomUUID } from 'node:crypto'
import type { RunReport } from './model/run-report.ts'
import { defaultLimits, type RunOptions, run } from './run.ts'

/** Runs the whole profile, or whatever `options` says instead, as a person at the shell would. */
export function runSuite(url: string, options: Partial<RunOptions> = {}): Promise<RunReport> {
  return run({
    url,
    credentials: {},
    adcpVersion: '3.0',
    scope: { kind: 'profile', id: 'governance-agent-core@3.0' },
    dates: 'shift',
    limits: defaultLimits,
    clock: { now: Date.now },
    ids: { uuid: randomUUID, opaque: () => `id_${randomUUID().slice(0, 13)}` },
    ...options,
  })
}

/** `requirement  step: message` of every required validation that failed. */
export function failuresOf(report: RunReport): readonly string[] {
  return report.storyboards
    .flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))
    .flatMap((step) =>
      step.validations.flatMap(({ outcome, severity, requirements, check }) =>
        outcome.status === 'failed' && severity === 'required'
          ? [`${requirements.join(',')}  ${step.address}  ${check}: ${outcome.message}`]
          : [],
      ),
    )
}

export function violatedIn(report: RunReport): readonly string[] {
  return report.requirements.filter(({ status }) => status === 'violated').map(({ id }) => id)
}
