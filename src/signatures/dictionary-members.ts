/** One member of a structured dictionary (RFC 8941, 3.2), its value still as text. */
export interface DictionaryMember {
  readonly key: string
  readonly text: string
}

/**
 * Takes a dictionary apart without losing what a parser forgives: keys that come twice stay two members.
 * Undefined when it is no dictionary.
 */
export function dictionaryMembers(header: string): readonly DictionaryMember[] | undefined {
  const members = splitOutside(header, ',').map((part) => /^\s*([a-z*][a-z0-9_.*-]*)=(.*?)\s*$/s.exec(part))
  if (members.some((member) => member === null)) return undefined
  return members.map((member) => ({ key: member?.[1] ?? '', text: member?.[2] ?? '' }))
}

/** The value of the one member with this key; undefined when there is none, or more than one. */
export function onlyMember(members: readonly DictionaryMember[], key: string): string | undefined {
  const [first, second] = members.filter((member) => member.key === key)
  return second === undefined ? first?.text : undefined
}

/** Splits at a character that stands neither in a quoted string nor in parentheses. */
export function splitOutside(text: string, separator: ',' | ';'): readonly string[] {
  const parts: string[] = []
  let start = 0
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (quoted && character === '\\') at += 1
    else if (character === '"') quoted = !quoted
    else if (quoted) continue
    else if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, text.slice(start)]
}
