import type { AdcpVersion } from '../model/adcp-version.ts'
import type { Check, Evidence } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { tokenFailure, withToken } from './carried-token.ts'
import { clockSkew } from './gov-token-lifetime.ts'
import { revocationListOf, textsIn } from './published-revocations.ts'

const minute = 60

/** How far ahead the next list may be announced, in seconds (security, polling cadence). */
function longestWait({ line }: AdcpVersion): number {
  return line === '3.0' ? 15 * minute : 30 * minute
}

export const govRevocationList: Check<'gov_revocation_list', JsonObject> = {
  kind: 'gov_revocation_list',
  summary:
    'The agent publishes a signed revocation list and announces the next one in time: 15 minutes at 3.0, then 30.',
  params: { type: 'object', properties: {} },
  needs: ['keys'],
  evaluate(_params, evidence) {
    return withToken(evidence, () => {
      const found = revocationListOf(evidence)
      if ('problem' in found)
        return tokenFailure(
          evidence,
          `${found.url} holds no signed list: ${found.problem}`,
          'a list as a JWS',
          found.actual,
        )
      const problem = problemOf(found.list.claims, evidence)
      if (problem === undefined) return { status: 'passed' }
      return tokenFailure(evidence, `${found.url}: ${problem}`, expectationOf(evidence), found.list.claims)
    })
  },
}

function expectationOf({ adcp }: Evidence): string {
  return `revoked_jtis, revoked_kids, and next_update within ${longestWait(adcp)} s`
}

/** A list that was to be renewed long ago is one that sellers must not rely on any more: twice the longest wait is what they are told to grant. */
function problemOf(list: JsonObject, { adcp, keys }: Evidence): string | undefined {
  if (!textsIn(list, 'revoked_jtis')) return 'revoked_jtis is no list of ids'
  if (!textsIn(list, 'revoked_kids')) return 'revoked_kids is no list of ids'
  const wait = (instant(list.next_update) - Date.parse(keys?.fetchedAt ?? '')) / 1000
  if (Number.isNaN(wait)) return 'next_update is no instant'
  if (wait > longestWait(adcp) + clockSkew) return `the next list is announced for ${Math.round(wait)} s from now`
  return wait < -2 * longestWait(adcp) ? `the next list was due ${Math.round(-wait)} s ago` : undefined
}

function instant(value: Json | undefined): number {
  return typeof value === 'string' ? Date.parse(value) : Number.NaN
}
