import { AuthoringDefect } from '../../errors.ts'
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { PeerAnswer } from '../../peers/governance-peer/answer.ts'
import type { PublicationChange } from '../../peers/governance-peer/publication.ts'

/** What `peer` of a step asks of the hosted governance agent. */
export interface PeerOrder {
  /** The answers to the next checks; undefined leaves them as they are. */
  readonly answers?: readonly PeerAnswer[]
  /** What is published other than it should be; undefined leaves that as it is. */
  readonly publish?: PublicationChange
}

/** Reads a word, an object, or a list of them. @throws AuthoringDefect that names what cannot be read */
export function peerOrder(written: Json): PeerOrder {
  const parts = Array.isArray(written) ? (written as readonly Json[]) : [written]
  if (parts.length === 0) throw new AuthoringDefect('peer: an empty list says nothing')
  const changes = parts.filter(isPublication)
  const answers = parts.filter((part) => !isPublication(part)).map(answerIn)
  const last = changes.at(-1)
  return { ...(answers.length > 0 && { answers }), ...(last && { publish: publicationIn(last.publish) }) }
}

const decline = { category_id: 'budget', severity: 'critical', explanation: 'The plan does not allow this.' } as const
const demand = { field: 'planned_delivery.total_budget', reason: 'The plan asks for less.' } as const

/** The words that need nothing beside them. */
const words: Readonly<Record<string, PeerAnswer>> = {
  decide: { kind: 'decide' },
  approve: { kind: 'approve' },
  deny: { kind: 'deny', findings: [decline] },
  conditions: { kind: 'conditions', conditions: [demand] },
  garbage: { kind: 'garbage' },
  noise: { kind: 'noise' },
  silence: { kind: 'silence' },
  break: { kind: 'break' },
  refuse: { kind: 'refuse' },
}

function answerIn(part: Json): PeerAnswer {
  const answer =
    typeof part === 'string' && Object.hasOwn(words, part)
      ? words[part]
      : isJsonObject(part)
        ? detailed(part)
        : undefined
  if (answer === undefined) throw new AuthoringDefect(`peer: ${JSON.stringify(part)} is nothing that it can do`)
  return answer
}

function detailed(part: JsonObject): PeerAnswer | undefined {
  const [[word, value] = ['', null], another] = Object.entries(part)
  if (another !== undefined) return undefined
  switch (word) {
    case 'http_error':
      return isStatus(value) ? { kind: 'http_error', status: value } : undefined
    case 'adcp_error':
      return typeof value === 'string' ? { kind: 'adcp_error', code: value } : undefined
    case 'deny':
      return isJsonObject(value) && isList(value.findings) ? { kind: 'deny', findings: value.findings } : undefined
    case 'conditions':
      return isList(value) ? { kind: 'conditions', conditions: value } : undefined
    case 'garbage':
      return isJsonObject(value) ? { kind: 'garbage', payload: value } : undefined
    case 'approve':
      return isJsonObject(value) && typeof value.next_check === 'string'
        ? { kind: 'approve', nextCheck: value.next_check }
        : undefined
    default:
      return undefined
  }
}

function isStatus(value: Json): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 599
}

function isList(value: Json | undefined): value is readonly JsonObject[] {
  return Array.isArray(value) && value.every(isJsonObject)
}

function isPublication(part: Json): part is { readonly publish: Json } {
  return isJsonObject(part) && Object.hasOwn(part, 'publish')
}

function publicationIn(written: Json): PublicationChange {
  if (!isJsonObject(written)) throw new AuthoringDefect('peer: publish takes an object; {} takes everything back')
  const { stale_list, jwks_uri, unlisted, redirected, forged_list, ...others } = written
  const flags = [stale_list, unlisted, redirected, forged_list]
  const known = flags.every(isFlag) && (jwks_uri === undefined || typeof jwks_uri === 'string')
  if (!known || Object.keys(others).length > 0)
    throw new AuthoringDefect(
      'peer: publish takes stale_list, unlisted, redirected and forged_list, which are true or false, and jwks_uri',
    )
  return {
    ...(stale_list === true && { staleList: true }),
    ...(unlisted === true && { unlisted: true }),
    ...(redirected === true && { redirected: true }),
    ...(forged_list === true && { forgedList: true }),
    ...(jwks_uri !== undefined && { jwksUri: jwks_uri }),
  }
}

function isFlag(value: Json | undefined): value is boolean | undefined {
  return value === undefined || typeof value === 'boolean'
}
