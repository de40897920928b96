import type { Log, ReportingDescriptor, Result } from 'sarif'
import type { RunReport } from '../../model/run-report.ts'
import type { ValidationResult } from '../../model/verdict.ts'
import { jsonText } from '../json-text.ts'
import { failedValidations, type LocatedStep, locatedSteps } from '../report-steps.ts'
import { fileReference, webAddress } from '../web-address.ts'
import { details, plain, whyNot } from './step-words.ts'

const schema = 'https://json.schemastore.org/sarif-2.1.0.json'

/** SARIF 2.1.0: a result for each failed validation and each step that could not be graded, at its line in the storyboard. */
export function sarifReport(report: RunReport): string {
  const log: Log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: report.tool.name, semanticVersion: report.tool.version, rules: [...rulesOf(report)] },
        },
        automationDetails: { id: `${report.adcp.line}/${scopeId(report)}/` },
        results: locatedSteps(report).flatMap(resultsOf),
        properties: { verdict: report.verdict.status, reason: plain(report.verdict.reason) },
      },
    ],
  }
  return `${jsonText(log, 2)}\n`
}

function scopeId({ scope }: RunReport): string {
  return 'id' in scope ? plain(scope.id) : scope.kind
}

function rulesOf({ requirements }: RunReport): readonly ReportingDescriptor[] {
  return requirements.map(({ id, level, statement, remediation, url }) => ({
    id: plain(id),
    shortDescription: { text: plain(statement) },
    defaultConfiguration: { level: level === 'SHOULD' ? 'warning' : 'error' },
    ...(remediation === undefined ? {} : { help: { text: plain(remediation) } }),
    ...(webAddress(url) === undefined ? {} : { helpUri: webAddress(url) ?? '' }),
  }))
}

function resultsOf(located: LocatedStep): readonly Result[] {
  const { step } = located
  const failures = [...failedValidations(step, 'required'), ...failedValidations(step, 'advisory')]
  const found = failures.flatMap((validation) => ruleIds(validation).map((id) => resultOf(located, validation, id)))
  return step.verdict.status === 'errored' || step.verdict.status === 'blocked' ? [...found, ungraded(located)] : found
}

/** A failure that names no requirement is filed under its kind of check. */
function ruleIds({ requirements, check }: ValidationResult): readonly string[] {
  return requirements.length > 0 ? requirements : [check]
}

function resultOf(located: LocatedStep, validation: ValidationResult, ruleId: string): Result {
  return {
    ruleId: plain(ruleId),
    level: validation.severity === 'advisory' ? 'warning' : 'error',
    message: { text: details(validation).join('\n') },
    ...placeOf(located),
    partialFingerprints: { 'stepAndRule/v1': plain(`${located.step.address} ${ruleId} ${validation.check}`) },
  }
}

function ungraded(located: LocatedStep): Result {
  const { status } = located.step.verdict
  return {
    ruleId: status,
    level: status === 'errored' ? 'error' : 'note',
    message: { text: `${status}: ${whyNot(located.step)}` },
    ...placeOf(located),
    partialFingerprints: { 'stepAndRule/v1': plain(`${located.step.address} ${status}`) },
  }
}

function placeOf({ step, file }: LocatedStep): Pick<Result, 'locations'> {
  return {
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: fileReference(plain(file)) },
          region: { startLine: Math.max(1, step.line) },
        },
        logicalLocations: [{ fullyQualifiedName: plain(step.address) }],
      },
    ],
  }
}
