import { XMLBuilder } from 'fast-xml-parser'
import type { RunReport, StepReport, StoryboardReport } from '../../model/run-report.ts'
import { failedValidations } from '../report-steps.ts'
import { details, plain, whyNot } from './step-words.ts'

/**
 * JUnit XML: a suite for each storyboard, a case for each step, and a last suite whose one case fails unless the run is conformant,
 * so that a reader of JUnit alone sees no green where something is merely unproven.
 */
export function junitReport(report: RunReport): string {
  const suites = [...report.storyboards.map(suiteOf), verdictSuite(report)]
  const total = (name: 'tests' | 'failures' | 'errors' | 'skipped') =>
    suites.reduce((sum, suite) => sum + Number(suite[`@${name}`]), 0)
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': `adcp-gov-comply ${report.tool.version}`,
      '@tests': total('tests'),
      '@failures': total('failures'),
      '@errors': total('errors'),
      '@skipped': total('skipped'),
      '@time': seconds(report.durationMs),
      '@timestamp': report.startedAt,
      testsuite: suites,
    },
  })
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  format: true,
  suppressEmptyNode: true,
})

type Node = Readonly<Record<string, unknown>>

function suiteOf(board: StoryboardReport): Node {
  const steps = board.phases.flatMap((phase) => phase.steps)
  const count = (...statuses: readonly StepReport['verdict']['status'][]) =>
    steps.filter(({ verdict }) => statuses.includes(verdict.status)).length
  return {
    '@name': plain(board.id),
    '@file': plain(board.file),
    '@tests': steps.length,
    '@failures': count('failed'),
    '@errors': count('errored'),
    '@skipped': count('blocked', 'not_applicable'),
    '@time': seconds(steps.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    testcase: steps.map((step) => caseOf(step, board)),
  }
}

function caseOf(step: StepReport, board: StoryboardReport): Node {
  return {
    '@name': plain(`${step.id}: ${step.title}`),
    '@classname': plain(`${step.storyboard}/${step.phase}`),
    '@file': plain(board.file),
    '@line': step.line,
    '@time': seconds(step.durationMs),
    ...resultOf(step),
    ...warningsOf(step),
  }
}

function resultOf(step: StepReport): Node {
  const message = whyNot(step)
  switch (step.verdict.status) {
    case 'passed':
      return {}
    case 'failed':
      return { failure: { '@type': 'failed', '@message': message, '#text': evidenceOf(step) } }
    case 'errored':
      return { error: { '@type': 'errored', '@message': message } }
    case 'blocked':
    case 'not_applicable':
      return { skipped: { '@message': `${step.verdict.status}: ${message}` } }
    default:
      return step.verdict satisfies never
  }
}

function evidenceOf(step: StepReport): string {
  return failedValidations(step, 'required')
    .map((validation) => details(validation).join('\n'))
    .join('\n\n')
}

function warningsOf(step: StepReport): Node {
  const warnings = failedValidations(step, 'advisory').map((validation) => details(validation).join('\n'))
  return warnings.length === 0 ? {} : { 'system-out': `warning, recommended only:\n${warnings.join('\n\n')}` }
}

function verdictSuite({ verdict }: RunReport): Node {
  const conformant = verdict.status === 'conformant'
  const message = plain(`${verdict.status}: ${verdict.reason}`)
  return {
    '@name': 'verdict',
    '@tests': 1,
    '@failures': conformant ? 0 : 1,
    '@errors': 0,
    '@skipped': 0,
    '@time': '0.000',
    testcase: [
      {
        '@name': 'the run is conformant',
        '@classname': 'verdict',
        '@time': '0.000',
        ...(conformant ? {} : { failure: { '@type': verdict.status, '@message': message } }),
      },
    ],
  }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
