import type { JsonObject } from '../../model/json.ts'
import type { RunReport } from '../../model/run-report.ts'
import { jsonText } from '../json-text.ts'
import { failedValidations, type LocatedStep, locatedSteps } from '../report-steps.ts'
import { details, plain, whyNot } from './step-words.ts'

/** Common Test Report Format 0.0.0 (ctrf.io): blocked is `pending`, not applicable is `skipped`, errored is `other`. */
export function ctrfReport(report: RunReport): string {
  const steps = locatedSteps(report)
  const { passed, failed, blocked, not_applicable, errored } = report.counts.steps
  return `${jsonText(
    {
      reportFormat: 'CTRF',
      specVersion: '0.0.0',
      results: {
        tool: { name: report.tool.name, version: report.tool.version },
        summary: {
          tests: steps.length,
          passed,
          failed,
          pending: blocked,
          skipped: not_applicable,
          other: errored,
          start: Date.parse(report.startedAt),
          stop: Date.parse(report.finishedAt),
        },
        tests: steps.map(testOf),
        extra: { verdict: report.verdict.status, reason: plain(report.verdict.reason) },
      },
    },
    2,
  )}\n`
}

const statusOf = {
  passed: 'passed',
  failed: 'failed',
  blocked: 'pending',
  not_applicable: 'skipped',
  errored: 'other',
} as const

function testOf({ step, file }: LocatedStep): JsonObject {
  const why = whyNot(step)
  const trace = failedValidations(step, 'required').flatMap(details).join('\n')
  return {
    name: plain(step.address),
    status: statusOf[step.verdict.status],
    duration: Math.round(step.durationMs),
    suite: [plain(step.storyboard), plain(step.phase)],
    filePath: plain(file),
    line: step.line,
    rawStatus: step.verdict.status,
    ...(why === '' ? {} : { message: why }),
    ...(trace === '' ? {} : { trace }),
  }
}
