import type { Json } from '../model/json.ts'

const deepest = 256

/**
 * The value of a JSON text; undefined when it is none. A text nested deeper than 256 levels is taken for none: everything
 * that walks a reply later on may then recurse without fear for its stack.
 */
export function parseJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, '')) as Json
    return isDeep(value) ? undefined : value
  } catch {
    return undefined
  }
}

function isDeep(value: Json): boolean {
  let level: readonly Json[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return false
}
