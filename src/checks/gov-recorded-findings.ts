import { readPath } from '../json/path.ts'
import type { Check, Evidence } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { evidenceOfStep } from './earlier-step.ts'
import { failedReply } from './failed.ts'

interface Params {
  readonly checked_by: string
  readonly severities: readonly string[]
  readonly min?: number
  readonly max?: number
}

/** A check that waits for a person may show its findings in its first reply, or in the audit trail, or only at the end. */
export const govRecordedFindings: Check<'gov_recorded_findings', Params> = {
  kind: 'gov_recorded_findings',
  summary:
    'Between min and max findings of one of the severities are in the reply of the earlier check, or in the audit entries of the plan.',
  params: {
    type: 'object',
    required: ['checked_by', 'severities'],
    properties: {
      checked_by: { type: 'string', minLength: 1 },
      severities: { type: 'array', minItems: 1, items: { enum: ['info', 'warning', 'critical'] } },
      min: { type: 'integer', minimum: 0 },
      max: { type: 'integer', minimum: 0 },
    },
  },
  evaluate({ checked_by, severities, min = 1, max = Number.POSITIVE_INFINITY }, evidence) {
    const earlier = evidenceOfStep(checked_by, evidence)
    const entries = listAt(evidence.payload, 'plans[0].entries')
    const count = Math.max(
      countOf(severities, listAt(earlier.payload, 'findings')),
      countOf(
        severities,
        entries.flatMap((entry) => listAt(entry, 'findings')),
      ),
    )
    if (evidence.payload && count >= min && count <= max) return { status: 'passed' }
    if (count < min && isOpen(earlier) && entries.length === 0)
      return { status: 'not_applicable', note: `${checked_by} waits for a person, and nothing of it is on record yet` }
    const wanted = severities.join(' or ')
    const due = Number.isFinite(max) ? `${min} to ${max}` : `${min} or more`
    const message = `${count} ${wanted} findings in ${checked_by} and in the audit entries, ${due} due`
    return failedReply(evidence, message, `${due} ${wanted} findings`, count)
  },
}

function countOf(severities: readonly string[], findings: readonly Json[]): number {
  return findings.filter((finding) => isJsonObject(finding) && severities.includes(String(finding.severity))).length
}

function listAt(value: Json | JsonObject | undefined, path: string): readonly Json[] {
  const found = readPath(value, path)
  return Array.isArray(found) ? (found as readonly Json[]) : []
}

function isOpen({ reply }: Evidence): boolean {
  return reply.kind === 'task' && reply.interim !== undefined && !reply.error
}
