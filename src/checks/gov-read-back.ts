import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import { readPath } from '../json/path.ts'
import type { Check, Evidence, Outcome } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { evidenceOfStep } from './earlier-step.ts'
import { failedAt } from './failed.ts'

interface Params {
  readonly media_buy: 'absent' | 'present'
  /** An earlier step that listed the media buys as well. */
  readonly before?: string
  /** Of the media buy that is meant. */
  readonly media_buy_id?: string
}

const text = { type: 'string', minLength: 1 } as const

export const govReadBack: Check<'gov_read_back', Params> = {
  kind: 'gov_read_back',
  summary:
    'get_media_buys lists a media buy, or none: this `media_buy_id`, or one that the reply of the step `before` did not list.',
  params: {
    type: 'object',
    required: ['media_buy'],
    properties: { media_buy: { enum: ['absent', 'present'] }, before: text, media_buy_id: text },
    oneOf: [{ required: ['before'] }, { required: ['media_buy_id'] }],
  },
  evaluate(params, evidence) {
    const listed = idsIn(evidence)
    if (listed === undefined)
      return failedAt('media_buys', evidence, 'the reply lists no media buys', 'a list', evidence.payload?.media_buys)
    const found = meant(params, listed, evidence)
    return params.media_buy === 'present' ? present(params, found, evidence) : absent(found, evidence)
  },
}

function present({ media_buy_id: id }: Params, found: readonly string[], evidence: Evidence): Outcome {
  if (found.length > 0) return { status: 'passed' }
  requireAllPages(evidence)
  const wanted = id === undefined ? 'a media buy that was not there before' : id
  return failedAt('media_buys', evidence, 'what was bought cannot be read back', wanted, idsIn(evidence) ?? null)
}

function absent(found: readonly string[], evidence: Evidence): Outcome {
  if (found.length > 0)
    return failedAt('media_buys', evidence, 'a media buy is there that should not be', 'no such media buy', found)
  requireAllPages(evidence)
  return { status: 'passed' }
}

function meant({ media_buy_id: id, before }: Params, listed: readonly string[], evidence: Evidence): readonly string[] {
  if (id !== undefined) return listed.filter((one) => one === id)
  if (before === undefined) throw new AuthoringDefect('the validation gives neither "media_buy_id" nor "before"')
  const earlier = evidenceOfStep(before, evidence)
  const known = idsIn(earlier)
  if (known === undefined) throw new NotEvaluable('unresolved_substitution', `the step ${before} listed no media buys`)
  requireAllPages(earlier)
  return listed.filter((one) => !known.includes(one))
}

function idsIn({ payload }: Evidence): readonly string[] | undefined {
  const buys = readPath(payload, 'media_buys')
  if (!Array.isArray(buys)) return undefined
  const ids = (buys as readonly Json[]).filter(isJsonObject).map(({ media_buy_id }) => media_buy_id)
  return ids.filter((id) => typeof id === 'string')
}

/** What is not on the first page may be on the next. */
function requireAllPages({ payload }: Evidence): void {
  const pages: JsonObject = isJsonObject(payload?.pagination) ? payload.pagination : {}
  if (pages.has_more === true)
    throw new NotEvaluable('unsupported', 'the seller lists its media buys on several pages, and one was asked for')
}
