import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { failedAt } from './failed.ts'

interface Params {
  readonly path?: string
  readonly min_seconds?: number
  readonly max_seconds?: number
}

export const govExpiresIn: Check<'gov_expires_in', Params> = {
  kind: 'gov_expires_in',
  summary: 'The instant lies in the window, in seconds counted from when the reply arrived.',
  params: {
    type: 'object',
    properties: {
      path: { type: 'string', minLength: 1 },
      min_seconds: { type: 'number' },
      max_seconds: { type: 'number' },
    },
  },
  evaluate({ path = 'expires_at', min_seconds = 0, max_seconds = Number.POSITIVE_INFINITY }, evidence) {
    const actual = readPath(evidence.payload, path)
    const seconds =
      typeof actual === 'string' ? (Date.parse(actual) - Date.parse(evidence.receivedAt)) / 1000 : Number.NaN
    if (seconds >= min_seconds && seconds <= max_seconds) return { status: 'passed' }
    const problem = Number.isNaN(seconds)
      ? `${path} is not an instant`
      : `${path} is ${Math.round(seconds)} s after the reply`
    return failedAt(path, evidence, problem, windowInWords(min_seconds, max_seconds), actual)
  },
}

function windowInWords(min: number, max: number): string {
  return Number.isFinite(max) ? `between ${min} and ${max} s after the reply` : `${min} s or more after the reply`
}
