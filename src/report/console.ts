import type { RunReport } from '../model/run-report.ts'
import { failures, warnings } from './console-failures.ts'
import { header } from './console-header.ts'
import { blocked, errored, leftOut, notApplicable } from './console-open.ts'
import { type ConsoleOptions, createPage } from './console-page.ts'
import { requirementSummary } from './console-requirements.ts'
import { secondOpinions } from './console-second-opinions.ts'
import { storyboardTree } from './console-storyboards.ts'
import { verdictLines } from './console-verdict.ts'

/**
 * The report for people: who was tested, what happened step by step, what is wrong and how to mend it, the verdict last.
 * Whatever the agent wrote is shown in a form that cannot steer a terminal. Give it a redacted report; ends in a newline.
 */
export function consoleReport(report: RunReport, options: ConsoleOptions): string {
  const page = createPage(options)
  const whole = !options.quiet
  const lines = [
    ...(whole ? [...header(report, page), ...storyboardTree(report, page, options.verbose ?? false)] : []),
    ...failures(report, page),
    ...errored(report, page),
    ...(whole
      ? [
          ...blocked(report, page),
          ...warnings(report, page),
          ...secondOpinions(report, page),
          ...notApplicable(report, page),
          ...leftOut(report, page),
          ...requirementSummary(report, page),
        ]
      : []),
    ...verdictLines(report, page),
  ]
  return `${lines.join('\n').replace(/^\n+/, '')}\n`
}
