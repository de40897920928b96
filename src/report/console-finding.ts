import { answered, sent } from './console-exchange.ts'
import type { Mark, Page } from './console-page.ts'
import { docsUrl } from './docs-url.ts'
import type { Finding, FindingGroup } from './findings.ts'
import { peerCallInWords } from './peer-words.ts'
import { placeOf } from './report-steps.ts'
import { compactJson } from './terminal-safe.ts'

/** How a group is to be told. */
export interface Telling {
  readonly page: Page
  readonly mark: Mark
  /** The group before it that has already shown the same exchange. */
  readonly shownAt?: string
}

/** What is demanded, what was found instead, where, by what exchange, how to mend it, where to read it, and where else. */
export function findingLines(group: FindingGroup, { page, mark, shownAt }: Telling): string[] {
  const [first, ...others] = group.findings
  if (!first) return []
  return [
    ...page.item(mark, headOf(group, first)),
    ...foundLines(first, page),
    ...page.labelled('step', `${first.step.address}   ${placeOf(first)}`, 2),
    ...peerLines(first, page),
    ...(shownAt === undefined ? exchangeLines(first, page) : page.labelled('evidence', `as for ${shownAt}`, 2)),
    ...wayOut(group, first, page),
    ...elsewhere(first, others, page),
  ]
}

/** Several validations of a step may say the same: once is enough. */
function elsewhere(first: Finding, others: readonly Finding[], page: Page): string[] {
  const told = otherInWords(first)
  const lines = [...new Set(others.map(otherInWords))].filter((words) => words !== told)
  const more = lines.length - shownOthers
  return [
    ...lines.slice(0, shownOthers).flatMap((words) => page.labelled('also at', words, 2)),
    ...(more > 0 ? page.labelled('', `and ${more} more; --json has them all`, 2) : []),
  ]
}

const shownOthers = 4
const shownErrors = 5
const shownOfCall = 700

function headOf({ id, row }: FindingGroup, { step }: Finding): string {
  if (id === undefined) return step.title
  return row ? `${id} ${row.level}  ${row.statement}` : `${id}  ${step.title}`
}

function foundLines({ validation: { check, outcome, schema } }: Finding, page: Page): string[] {
  const { pointer, expected, actual, message, schemaErrors = [] } = outcome
  if (schemaErrors.length === 0) {
    return [
      ...page.labelled('expected', compactJson(expected), 2),
      ...page.labelled('actual', `${compactJson(actual)}   at ${where(pointer)}`, 2),
      ...page.labelled('found by', `${check}: ${message}`, 2),
    ]
  }
  const more = schemaErrors.length - shownErrors
  return [
    ...schemaErrors
      .slice(0, shownErrors)
      .flatMap((error) => page.labelled('broken', `${where(error.instancePath)}   ${error.message}`, 2)),
    ...(more > 0 ? page.labelled('', `and ${more} more broken rules`, 2) : []),
    ...page.labelled('found by', schema ? `${check}: ${schema.url}` : check, 2),
  ]
}

function where(pointer: string | null): string {
  return pointer === null ? '(no payload)' : pointer || '(the whole reply)'
}

function exchangeLines({ step: { exchange } }: Finding, page: Page): string[] {
  if (!exchange) return []
  return [
    ...page.labelled('sent', sent(exchange, shownOfCall), 2),
    ...page.labelled('answered', answered(exchange, shownOfCall), 2),
  ]
}

/** What the hosted governance agent saw, where the finding is about that. */
function peerLines({ step: { peerCalls = [] }, validation }: Finding, page: Page): string[] {
  if (!validation.check.startsWith('gov_peer_')) return []
  const more = peerCalls.length - shownErrors
  return [
    ...peerCalls.slice(0, shownErrors).flatMap((call) => page.labelled('asked us', peerCallInWords(call), 2)),
    ...(more > 0 ? page.labelled('', `and ${more} more requests`, 2) : []),
  ]
}

function wayOut({ row }: FindingGroup, { step }: Finding, page: Page): string[] {
  const url = row?.url ?? (step.docRef === undefined ? undefined : docsUrl(step.docRef))
  const read = [url, row?.source].filter((part) => part !== undefined)
  return [
    ...(row?.remediation === undefined ? [] : page.labelled('mend', row.remediation, 2)),
    ...(read.length === 0 ? [] : page.labelled('see', read.join('   '), 2)),
  ]
}

function otherInWords(other: Finding): string {
  const { expected, actual } = other.validation.outcome
  return `${other.step.address}   expected ${compactJson(expected, 60)}   actual ${compactJson(actual, 60)}`
}
