import type { Check, Evidence, Outcome } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { failedReply, instead } from './failed.ts'
import { hasMorePages, type RefsFrom, refsAt } from './refs-at.ts'
import { distinctTuples, inScope, knownRefs, type Scope } from './refs-match.ts'

interface Params {
  readonly source: RefsFrom
  readonly target: RefsFrom
  readonly match_keys: readonly string[]
  readonly scope?: Scope
  readonly on_out_of_scope?: 'warn' | 'ignore' | 'fail'
}

const place: JsonObject = {
  type: 'object',
  required: ['from', 'path'],
  properties: { from: { enum: ['current_step', 'context'] }, path: { type: 'string', minLength: 1, maxLength: 1024 } },
}

export const refsResolve: Check<'refs_resolve', Params> = {
  kind: 'refs_resolve',
  summary: 'Every reference at the source is found at the target, compared by the keys.',
  params: {
    type: 'object',
    required: ['source', 'target', 'match_keys'],
    properties: {
      source: place,
      target: place,
      match_keys: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
      scope: {
        type: 'object',
        required: ['key', 'equals'],
        properties: { key: { type: 'string', minLength: 1 }, equals: { type: 'string' } },
      },
      on_out_of_scope: { enum: ['warn', 'ignore', 'fail'] },
    },
  },
  evaluate(params, evidence) {
    const { source, target, match_keys: keys, scope } = params
    if (!evidence.payload && [source.from, target.from].includes('current_step'))
      return failedReply(evidence, `there are no references to compare${instead(evidence)}`, keys, null)
    const refs = refsAt(source, evidence)
    const foreign = scope ? refs.filter((ref) => !inScope(ref, scope, evidence)) : []
    const outsiders = new Set(foreign)
    const graded = refs.filter((ref) => !outsiders.has(ref))
    const known = knownRefs(refsAt(target, evidence), keys)
    return outcomeOf(
      {
        graded: graded.length,
        missing: distinctTuples(
          graded.filter((ref) => !known(ref)),
          keys,
        ),
        foreign: distinctTuples(foreign, keys),
        morePages: hasMorePages(target, evidence),
      },
      params,
      evidence,
    )
  },
}

interface Compared {
  /** How many references are in scope. */
  readonly graded: number
  readonly missing: readonly JsonObject[]
  readonly foreign: readonly JsonObject[]
  readonly morePages: boolean
}

function outcomeOf({ graded, missing, foreign, morePages }: Compared, params: Params, evidence: Evidence): Outcome {
  const { source, target, on_out_of_scope: outside = 'warn' } = params
  const wrong = [...(morePages ? [] : missing), ...(outside === 'fail' ? foreign : [])]
  if (wrong.length > 0) {
    const expected = `each reference at ${source.path} is found at ${target.path}`
    return failedReply(evidence, inWords(wrong), expected, { missing: wrong })
  }
  if (missing.length > 0)
    return { status: 'not_applicable', note: `${inWords(missing)}; it may be on pages that were not read` }
  const note = foreign.length > 0 && outside === 'warn' ? `not in scope: ${named(foreign)}` : undefined
  if (graded === 0)
    return { status: 'not_applicable', note: note ?? `there is no reference in scope at ${source.path}` }
  return { status: 'passed', ...(note === undefined ? {} : { note }) }
}

/** More than a person reads; the outcome holds all of them. */
const mostNamed = 3

function inWords(missing: readonly JsonObject[]): string {
  return `nothing is there for ${named(missing)}`
}

function named(tuples: readonly JsonObject[]): string {
  const first = tuples.slice(0, mostNamed).map((tuple) => JSON.stringify(tuple))
  return tuples.length > mostNamed ? `${first.join(', ')} and ${tuples.length - mostNamed} more` : first.join(', ')
}
