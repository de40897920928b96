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
 * The report for people. What is wrong and how to mend it comes first, so that it is found at the top of a log; then what was not
 * shown, then what happened step by step; the end of it, which a terminal is left with, is the requirements once more and the verdict.
 * Whatever the agent wrote is shown in a form that cannot steer a terminal. Give it a redacted report; ends in a newline.
 */
export function consoleReport(report: RunReport, options: ConsoleOptions): string {
  const page = createPage(options)
  const whole = !options.quiet
  const lines = [
    ...(whole ? header(report, page) : []),
    ...failures(report, page),
    ...errored(report, page),
    ...(whole
      ? [
          ...blocked(report, page),
          ...warnings(report, page),
          ...secondOpinions(report, page),
          ...storyboardTree(report, page, options.verbose ?? false),
          ...notApplicable(report, page),
          ...leftOut(report, page),
          ...requirementSummary(report, page),
        ]
      : []),
    ...verdictLines(report, page),
  ]
  return `${lines.join('\n').replace(/^\n+/, '')}\n`
}
