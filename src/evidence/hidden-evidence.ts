import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { isSecretKey } from '../report/redact-text.ts'
import type { Journal } from './journal.ts'
import { Pseudonyms } from './pseudonyms.ts'
import type { Recorded } from './record-run.ts'
import { type ScopeRecord, scopeRecord } from './scope-record.ts'

/** A record without secrets. */
export interface HiddenEvidence {
  readonly journal: Journal
  readonly scope: ScopeRecord
  /** What stands for the secrets that the run was given. */
  readonly secrets: readonly string[]
  /** Hides the same secrets in something else of the run. */
  hide<T>(value: T): T
}

/** Members of a crossing, or of a request to the hosted agent, that say what it was; whatever else it holds came from outside. */
const structure = new Set([
  'at',
  'kind',
  'agent',
  'speaker',
  'storyboard',
  'step',
  'numbers',
  'tampering',
  'presented',
  'bodySha256',
  'governanceContextHash',
  'sha256',
])

/** Takes the secrets out of a record, the same name for the same secret everywhere. */
export function hiddenEvidence({ journal, prepared, secrets }: Recorded): HiddenEvidence {
  const scope = asJson(scopeRecord(prepared.scope))
  const names = new Pseudonyms(secrets, literalsOf(scope.boards as unknown as Json))
  names.collect(scope.kits as unknown as Json)
  const raw = asJson(journal)
  for (const crossing of raw.crossings) names.collect(crossing as unknown as Json)
  names.collect(raw.deliveries as unknown as Json)
  names.collect(raw.peerRequests as unknown as Json)
  const hide = <T>(value: T): T => names.hide(asJson(value) as unknown as Json) as unknown as T
  return {
    journal: {
      stage: { ...raw.stage, url: hide(raw.stage.url) },
      moments: hide(raw.moments),
      crossings: raw.crossings.map((crossing) => hiddenMembers(crossing, hide)),
      deliveries: raw.deliveries.map((delivery) => hide(delivery)),
      peerRequests: raw.peerRequests.map((request) => hiddenMembers(request, hide)),
    },
    scope: { ...scope, kits: hide(scope.kits) },
    secrets: names.namesOf(secrets),
    hide,
  }
}

function hiddenMembers<T extends object>(crossing: T, hide: <V>(value: V) => V): T {
  const members = Object.entries(crossing).map(([name, value]) => [name, structure.has(name) ? value : hide(value)])
  return Object.fromEntries(members) as T
}

/** What storyboards write at keys of secrets is public. */
function literalsOf(value: Json, key = '', found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string' && isSecretKey(key)) found.add(value)
  if (Array.isArray(value)) for (const item of value as readonly Json[]) literalsOf(item, key, found)
  else if (isJsonObject(value))
    for (const [name, item] of Object.entries(value as JsonObject)) literalsOf(item, name, found)
  return found
}

function asJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
