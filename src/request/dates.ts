import { type PathToken, toPointer } from '../json/path.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import type { RequestChange } from '../model/run-report.ts'

const day = 86_400_000
const week = 7 * day
/** A date this far back is meant to be in the past (a probe with an expired date), not a fixture that has aged. */
const meantToBePast = 2 * 365 * day
const flightStarts = new Set(['start', 'start_time'])
const isoDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/

/**
 * How far all dates of a storyboard must move so that its earliest flight starts tomorrow or later.
 * @returns milliseconds, a whole number of weeks so that weekdays stay; 0 when no flight start is past.
 */
export function dateShift(samples: readonly Json[], now: number): number {
  const starts = samples.flatMap((sample) => flightDates(sample)).filter((at) => at > now - meantToBePast)
  const earliest = Math.min(...starts)
  if (!Number.isFinite(earliest) || earliest >= now) return 0
  return Math.ceil((now + day - earliest) / week) * week
}

function flightDates(node: Json, key = ''): readonly number[] {
  if (typeof node === 'string') return flightStarts.has(key) && isDate(node) ? [Date.parse(node)] : []
  if (Array.isArray(node)) return (node as readonly Json[]).flatMap((item) => flightDates(item))
  if (!isJsonObject(node)) return []
  return Object.entries(node).flatMap(([name, item]) => (name === 'context' ? [] : flightDates(item, name)))
}

/**
 * Moves every ISO 8601 date in a request by the same span; dates meant to be past, `context`, and what stands at the
 * pointers to `keep`, stay as written.
 */
export function shiftDates(
  request: Json,
  by: number,
  now: number,
  keep: ReadonlySet<string> = new Set(),
): { value: Json; changes: readonly RequestChange[] } {
  const changes: RequestChange[] = []
  if (by === 0) return { value: request, changes }

  function walk(node: Json, path: readonly PathToken[]): Json {
    if (keep.has(toPointer(path))) return node
    if (typeof node === 'string') return shiftOne(node, path)
    if (Array.isArray(node)) return (node as readonly Json[]).map((item, i) => walk(item, [...path, i]))
    if (!isJsonObject(node)) return node
    const isContext = (key: string) => path.length === 0 && key === 'context'
    return Object.fromEntries(
      Object.entries(node).map(([key, item]) => [key, isContext(key) ? item : walk(item, [...path, key])]),
    )
  }

  function shiftOne(text: string, path: readonly PathToken[]): string {
    if (!isDate(text) || !(Date.parse(text) > now - meantToBePast)) return text
    const shifted = sameForm(text, Date.parse(text) + by)
    changes.push({
      pointer: toPointer(path),
      kind: 'shifted',
      from: text,
      to: shifted,
      why: `the flight as written is past: all dates moved by ${by / day} days`,
    })
    return shifted
  }

  return { value: walk(request, []), changes }
}

/** An impossible date (30 February) is a probe, and would become a possible one if it moved. */
function isDate(text: string): boolean {
  const day = text.slice(0, 10)
  const at = isoDate.test(text) ? Date.parse(day) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day)
}

function sameForm(text: string, at: number): string {
  const iso = new Date(at).toISOString()
  if (text.length === 10) return iso.slice(0, 10)
  return /\.\d/.test(text) ? iso : `${iso.slice(0, 19)}Z`
}
