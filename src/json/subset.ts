import { isJsonObject, type Json } from '../model/json.ts'
import { equalJson } from './equal.ts'

/** Whether `whole` holds all of `part`: objects may have more keys, arrays more items in any order, scalars are equal. */
export function holdsJson(whole: Json | undefined, part: Json): boolean {
  if (Array.isArray(part)) {
    const items: readonly Json[] = part
    return Array.isArray(whole) && items.every((item) => whole.some((one: Json) => holdsJson(one, item)))
  }
  if (!isJsonObject(part)) return equalJson(whole, part)
  return (
    isJsonObject(whole) &&
    Object.entries(part).every(([key, value]) => Object.hasOwn(whole, key) && holdsJson(whole[key], value))
  )
}
