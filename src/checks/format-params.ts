import { equalJson } from '../json/equal.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'

/** `unknown`: this program cannot tell. */
export type Satisfied = 'yes' | 'no' | 'unknown'

/**
 * Whether the parameters that a buyer selects keep within those that a product declares (product-format-declaration,
 * satisfaction): fixed sizes and durations must be declared and met, ranges contained. Other parameters bind only when selected.
 */
export function paramsSatisfy(selected: JsonObject, declared: JsonObject): Satisfied {
  if (!sizeKept(selected, declared) || !durationKept(selected, declared)) return 'no'
  const others = Object.keys(selected).filter((key) => !gated.has(key) && declared[key] !== undefined)
  return others.every((key) => keptWithin(selected[key] as Json, declared[key] as Json)) ? 'yes' : 'unknown'
}

const sides = ['width', 'height'] as const
const gated = new Set([
  ...sides,
  ...sides.flatMap((side) => [`min_${side}`, `max_${side}`]),
  'sizes',
  'duration_ms_exact',
  'duration_ms_range',
])

function sizeKept(selected: JsonObject, declared: JsonObject): boolean {
  const sizes = sizesOf(selected)
  const allowed = sizesOf(declared)
  if (allowed.length > 0)
    return (
      sizes.length > 0 && sizes.every((size) => allowed.some((one) => sides.every((side) => size[side] === one[side])))
    )
  return sides.every((side) => sideKept(side, selected, declared, sizes))
}

function sideKept(
  side: (typeof sides)[number],
  selected: JsonObject,
  declared: JsonObject,
  sizes: readonly JsonObject[],
): boolean {
  const limits: Range = [numberOr(declared[`min_${side}`], -Infinity), numberOr(declared[`max_${side}`], Infinity)]
  const ranges: readonly Range[] =
    sizes.length > 0
      ? sizes.map((size) => exactly(size[side]))
      : [[numberOr(selected[`min_${side}`], -Infinity), numberOr(selected[`max_${side}`], Infinity)]]
  return ranges.every((range) => contained(range, limits))
}

/** The fixed sizes: one of `width` and `height`, or those in `sizes`. */
function sizesOf(params: JsonObject): readonly JsonObject[] {
  if (Array.isArray(params.sizes)) return (params.sizes as readonly Json[]).filter(isJsonObject)
  return typeof params.width === 'number' && typeof params.height === 'number' ? [params] : []
}

function durationKept(selected: JsonObject, declared: JsonObject): boolean {
  const limits = durationOf(declared)
  const range = durationOf(selected)
  return limits === undefined || (range !== undefined && contained(range, limits))
}

/** `duration_ms_exact` goes before `duration_ms_range`, whose ends may be null: unbounded. */
function durationOf({ duration_ms_exact: exact, duration_ms_range: range }: JsonObject): Range | undefined {
  if (typeof exact === 'number') return [exact, exact]
  if (!Array.isArray(range)) return undefined
  return [numberOr(range[0], -Infinity), numberOr(range[1], Infinity)]
}

type Range = readonly [least: number, most: number]

function contained([least, most]: Range, [from, to]: Range): boolean {
  return least >= from && most <= to
}

function exactly(value: Json | undefined): Range {
  const number = numberOr(value, Number.NaN)
  return [number, number]
}

function numberOr(value: Json | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}

function keptWithin(selected: Json, declared: Json): boolean {
  if (!Array.isArray(selected) || !Array.isArray(declared)) return equalJson(selected, declared)
  return (selected as readonly Json[]).every((one) => declared.some((other: Json) => equalJson(one, other)))
}
