import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import { failedAt } from './failed.ts'

interface Params {
  readonly below?: number
}

export const govFindingConfidence: Check<'gov_finding_confidence', Params> = {
  kind: 'gov_finding_confidence',
  summary: 'Where there are findings, one of them states its confidence, lower than `below` if given.',
  params: { type: 'object', properties: { below: { type: 'number', exclusiveMinimum: 0, maximum: 1 } } },
  evaluate({ below = Number.POSITIVE_INFINITY }, evidence) {
    const found = readPath(evidence.payload, 'findings')
    if (evidence.payload && found === undefined) return { status: 'not_applicable', note: 'there is no finding' }
    const findings = Array.isArray(found) ? (found as readonly Json[]) : []
    const stated = findings.map((finding) => (isJsonObject(finding) ? (finding.confidence ?? null) : null))
    if (stated.some((confidence) => typeof confidence === 'number' && confidence < below)) return { status: 'passed' }
    const expected = Number.isFinite(below) ? `a confidence below ${below}` : 'a confidence'
    return failedAt('findings', evidence, `no finding states ${expected}`, expected, stated)
  },
}
