import { decodedLeniently } from './encode.ts'
import type { TrackerUrl } from './tracker-urls.ts'
import { type UrlParts, urlParts } from './url-parts.ts'

/** What stood at the place of a macro in one address. */
export interface ObservedValue {
  readonly value: string
  readonly url: string
}

/**
 * Finds what stands where the template has a macro: path segments by position, query parameters by name and, among those of
 * one name, by position. Searching for the value itself would be fooled by the values that are tried.
 * Source: substitution-observer-runner, macro-position alignment.
 */
export function valuesAt(macro: string, template: string, urls: readonly TrackerUrl[]): readonly ObservedValue[] {
  if (template === macro) return urls.map(({ url }) => ({ value: url, url }))
  const wanted = urlParts(template)
  if (wanted === undefined) return []
  return urls.flatMap(({ url }) => {
    const parts = urlParts(url)
    return parts && isOfTemplate(parts, wanted) ? inOne(macro, wanted, parts).map((value) => ({ value, url })) : []
  })
}

/** The same place but for what macros stand for. */
function isOfTemplate(parts: UrlParts, wanted: UrlParts): boolean {
  return (
    parts.scheme === wanted.scheme &&
    parts.host === wanted.host &&
    parts.path.length >= wanted.path.length &&
    wanted.path.every((segment, at) => segment.includes('{') || segment === parts.path[at])
  )
}

function inOne(macro: string, wanted: UrlParts, parts: UrlParts): readonly string[] {
  const path = wanted.path.map((segment, at) => within(macro, segment, parts.path[at]))
  const query = wanted.query.map(({ key, value }, at) => {
    const nth = wanted.query.slice(0, at).filter((pair) => pair.key === key).length
    const name = decodedLeniently(key)
    const pair = parts.query.filter((one) => decodedLeniently(one.key) === name)[nth]
    return within(macro, value, pair?.value)
  })
  return [...path, ...query].filter((value) => value !== undefined)
}

/** What takes the macro's place in a part that may hold fixed text around it. */
function within(macro: string, pattern: string, observed: string | undefined): string | undefined {
  const at = pattern.indexOf(macro)
  if (at < 0 || observed === undefined) return undefined
  const [before, after] = [pattern.slice(0, at), pattern.slice(at + macro.length)]
  if (!observed.startsWith(before)) return undefined
  const rest = observed.slice(before.length)
  return after !== '' && rest.endsWith(after) ? rest.slice(0, rest.length - after.length) : rest
}
