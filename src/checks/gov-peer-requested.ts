import { AuthoringDefect } from '../errors.ts'
import type { Check, Evidence, FailedOutcome, Outcome } from '../model/check.ts'
import type { PeerSighting } from '../model/peer-request.ts'
import { inWords, type PeerSelection, peerRequests, peerSelectionSchema, requireWhole } from './peer-calls.ts'

interface Params extends PeerSelection {
  /** How the path of the request ends. */
  readonly path: string
  /** Only those that came over the plain door, or did not. */
  readonly plain?: boolean
  readonly min?: number
  readonly max?: number
  /** The least number of seconds from one to the next. */
  readonly apart_seconds?: number
  /** A step in which nothing was amiss: as many of the first requests of each other step as came in it are not counted. */
  readonly usual?: string
}

const count = { type: 'integer', minimum: 0 } as const

export const govPeerRequested: Check<'gov_peer_requested', Params> = {
  kind: 'gov_peer_requested',
  summary:
    'So many requests (`min`, `max`) came to an address of the hosted governance agent whose path ends so, documents among them, and so far apart; as many as came in the step `usual` are left out of each.',
  params: {
    type: 'object',
    required: ['path'],
    properties: {
      ...peerSelectionSchema,
      path: { type: 'string', minLength: 1 },
      plain: { type: 'boolean' },
      min: count,
      max: count,
      apart_seconds: { type: 'number', exclusiveMinimum: 0 },
      usual: { type: 'string', minLength: 1 },
    },
    anyOf: ['min', 'max', 'apart_seconds'].map((key) => ({ required: [key] })),
  },
  evaluate(params, evidence) {
    const { path, min = 0, max = Number.POSITIVE_INFINITY } = params
    const came = peerRequests(params, evidence)
    const meant = beyondUsual(came.filter(meantBy(params)), params, evidence)
    if (meant.length > max)
      return failed(`${path} was asked for ${meant.length} times`, { at_most: max }, inWords(meant))
    if (meant.length < min) {
      requireWhole(evidence)
      return failed(`${path} was asked for ${meant.length} times`, { at_least: min }, inWords(came))
    }
    requireWhole(evidence)
    return params.apart_seconds === undefined ? { status: 'passed' } : apart(meant, params.apart_seconds, path)
  },
}

function meantBy({ path, plain, tool }: Params): (request: PeerSighting) => boolean {
  return (one) =>
    one.path.endsWith(path) &&
    (plain === undefined || (one.plain ?? false) === plain) &&
    (tool === undefined || one.tool === tool)
}

/** Who keeps no key set fetches one for each token, and that is no refetch: such requests come for a good token too. */
function beyondUsual(meant: readonly PeerSighting[], params: Params, { peer }: Evidence): readonly PeerSighting[] {
  const { usual } = params
  if (usual === undefined || peer === undefined) return meant
  if (!peer.begun.includes(usual))
    throw new AuthoringDefect(`the step ${usual} was not sent, so nothing was usual in it`)
  const count = peer.requests.filter((one) => one.step === usual && meantBy(params)(one)).length
  return meant.filter((one) => meant.filter(({ step }) => step === one.step).indexOf(one) >= count)
}

function apart(requests: readonly PeerSighting[], seconds: number, path: string): Outcome {
  const times = requests.map(({ at }) => Date.parse(at))
  const early = times.findIndex((at, i) => i > 0 && at - (times[i - 1] ?? at) < seconds * 1000)
  if (early < 0) return { status: 'passed' }
  const gap = ((times[early] ?? 0) - (times[early - 1] ?? 0)) / 1000
  return failed(`${path} was asked for again after ${gap} seconds`, { seconds_apart: seconds }, gap)
}

function failed(message: string, expected: FailedOutcome['expected'], actual: FailedOutcome['actual']): FailedOutcome {
  return { status: 'failed', message, pointer: null, expected, actual }
}
