import { equalJson } from '../json/equal.ts'
import { isJsonObject, type Json } from '../model/json.ts'

/** A place at which two reports are not the same. */
export interface Difference {
  /** RFC 6901 pointer into the machine report. */
  readonly pointer: string
  /** Absent where there is nothing. */
  readonly recorded?: Json
  readonly derived?: Json
}

/** Where a report differs from another, place by place, in the order of the first; a list of another length differs as a whole. */
export function differencesBetween(
  recorded: Json | undefined,
  derived: Json | undefined,
  pointer = '',
): readonly Difference[] {
  if (equalJson(recorded, derived)) return []
  if (isJsonObject(recorded) && isJsonObject(derived)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(derived)])
    return [...keys].flatMap((key) =>
      differencesBetween(own(recorded, key), own(derived, key), `${pointer}/${escaped(key)}`),
    )
  }
  if (Array.isArray(recorded) && Array.isArray(derived) && recorded.length === derived.length)
    return recorded.flatMap((item: Json, index) => differencesBetween(item, derived[index], `${pointer}/${index}`))
  return [{ pointer, ...(recorded !== undefined && { recorded }), ...(derived !== undefined && { derived }) }]
}

function own(object: Readonly<Record<string, Json>>, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
