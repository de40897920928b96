import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { type Decision, decisions, otherDecision } from './decision.ts'
import { failedAt } from './failed.ts'
import { isText } from './text.ts'

interface Params {
  readonly min?: number
  readonly severities?: readonly string[]
  readonly path?: string
  /** Only a reply with this decision owes the findings. */
  readonly if_decision?: Decision
}

export const govFindings: Check<'gov_findings', Params> = {
  kind: 'gov_findings',
  summary:
    'There are at least `min` findings (0: if there are any), each saying what and why; one of them has one of the severities, if given.',
  params: {
    type: 'object',
    properties: {
      min: { type: 'integer', minimum: 0 },
      severities: { type: 'array', minItems: 1, items: { enum: ['info', 'warning', 'critical'] } },
      path: { type: 'string', minLength: 1 },
      if_decision: { enum: [...decisions] },
    },
  },
  evaluate({ min = 1, severities, path = 'findings', if_decision }, evidence) {
    const elsewhere = otherDecision(if_decision, evidence)
    if (elsewhere) return elsewhere
    const found = readPath(evidence.payload, path)
    if (min === 0 && !(Array.isArray(found) && found.length > 0))
      return { status: 'not_applicable', note: 'there are no findings' }
    if (!Array.isArray(found) || found.length < min) {
      const count = Array.isArray(found) ? found.length : 0
      return failedAt(path, evidence, `${count} findings, ${min} or more are due`, `${min} or more findings`, found)
    }
    const blank = found.findIndex((finding) => !saysWhatAndWhy(finding))
    if (blank >= 0) {
      return failedAt(
        `${path}[${blank}]`,
        evidence,
        'the finding lacks a category_id or an explanation',
        'category_id and explanation that are not blank',
        found[blank],
      )
    }
    if (!severities || found.some((finding) => severities.includes(String((finding as JsonObject).severity))))
      return { status: 'passed' }
    return failedAt(
      path,
      evidence,
      'no finding has the severity that is due',
      severities,
      found.map((f) => (f as JsonObject).severity ?? null),
    )
  },
}

function saysWhatAndWhy(finding: Json): boolean {
  return isJsonObject(finding) && isText(finding.category_id) && isText(finding.explanation)
}
