import type { RequirementReport, RunReport } from '../model/run-report.ts'
import { answered, sent } from './console-exchange.ts'
import type { Page } from './console-page.ts'
import { docsUrl } from './docs-url.ts'
import { type FailedValidation, failedValidations, groupBy, type LocatedStep, locatedSteps } from './report-steps.ts'
import { compactJson } from './terminal-safe.ts'

/** Every failed step with its evidence and its way out; steps that failed with the same words are told once. */
export function failures(report: RunReport, page: Page): string[] {
  const groups = groupBy(locatedSteps(report, 'failed'), wordsOf)
  if (groups.length === 0) return []
  const rows = new Map(report.requirements.map((row) => [row.id, row]))
  return [
    ...page.heading('FAILURES'),
    ...groups.flatMap((group) => [...groupLines(group, rows, page), '']).slice(0, -1),
  ]
}

/** `title   address   requirement ids`, and below it the place in the file. */
export function stepHead(
  { file, step }: LocatedStep,
  requirements: readonly string[],
): { head: string; place: string } {
  return { head: [step.title, step.address, ...list(requirements)].join('   '), place: `${file}:${step.line}` }
}

function wordsOf({ step }: LocatedStep): string {
  const words = failedValidations(step, 'required').map((one) => [one.check, one.outcome.message, one.requirements])
  return JSON.stringify(words.length > 0 ? words : step.address)
}

function groupLines(group: readonly LocatedStep[], rows: ReadonlyMap<string, RequirementReport>, page: Page): string[] {
  const [first, ...same] = group
  if (!first) return []
  const failed = failedValidations(first.step, 'required')
  const ids = idsOf(failed)
  const { head, place } = stepHead(first, ids)
  return [
    ...page.item('failed', head),
    ...page.line(place, 2, 'dim'),
    ...failed.flatMap((validation) => validationLines(validation, page)),
    ...exchangeLines(first, page),
    ...ids.flatMap((id) => requirementLines(rows.get(id), page)),
    ...docLines([first.step.docRef, ...ids.map((id) => rows.get(id)?.url)], page),
    ...same.slice(0, shownSame).flatMap((other) => sameLines(other, page)),
    ...(same.length > shownSame
      ? page.line(`and ${same.length - shownSame} more steps fail in the same words; --json has them all`, 2)
      : []),
  ]
}

function validationLines({ check, outcome, schema }: FailedValidation, page: Page): string[] {
  const { pointer, expected, actual, message, schemaErrors = [] } = outcome
  const where = pointer === null ? '(no payload)' : pointer === '' ? '(the whole reply)' : pointer
  if (schemaErrors.length === 0) {
    return [
      ...page.line(`${where}   expected ${compactJson(expected)}   actual ${compactJson(actual)}`, 4),
      ...page.line(`${check}: ${message}`, 6),
    ]
  }
  const more = schemaErrors.length - shownErrors
  return [
    ...schemaErrors
      .slice(0, shownErrors)
      .flatMap((error) => page.line(`${error.instancePath || '(the whole reply)'}   ${error.message}`, 4)),
    ...(more > 0 ? page.line(`and ${more} more broken rules`, 4) : []),
    ...(schema ? page.line(`${check}: ${schema.url}`, 6) : []),
  ]
}

const shownErrors = 5
const shownSame = 4
const shownOfCall = 700

function exchangeLines({ step: { exchange } }: LocatedStep, page: Page): string[] {
  if (!exchange) return []
  return [
    ...page.labelled('sent', sent(exchange, shownOfCall), 2),
    ...page.labelled('answered', answered(exchange, shownOfCall), 2),
  ]
}

function requirementLines(row: RequirementReport | undefined, page: Page): string[] {
  if (!row) return []
  return [
    ...page.labelled('demand', `${row.id} ${row.level}: ${row.statement}${row.source ? ` (${row.source})` : ''}`, 2),
    ...(row.remediation === undefined ? [] : page.labelled('mend', row.remediation, 2)),
  ]
}

function docLines(pages: readonly (string | undefined)[], page: Page): string[] {
  const urls = new Set(pages.filter((ref) => ref !== undefined).map(docsUrl))
  return [...urls].flatMap((url) => page.labelled('see', url, 2))
}

function sameLines(other: LocatedStep, page: Page): string[] {
  const { head, place } = stepHead(other, idsOf(failedValidations(other.step, 'required')))
  return page.labelled('same at', `${head}   ${place}`, 2)
}

function idsOf(failed: readonly FailedValidation[]): readonly string[] {
  return [...new Set(failed.flatMap(({ requirements }) => requirements))]
}

function list(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [ids.join(' ')]
}
