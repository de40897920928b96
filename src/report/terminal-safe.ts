import type { Json } from '../model/json.ts'

/**
 * Text an agent may have written, made harmless for a terminal: control characters, escape sequences, direction
 * overrides, invisible characters and line ends become visible escapes, and what exceeds `max` characters is cut.
 */
export function terminalSafe(text: string, max = 200): string {
  // A code point is at most two code units: no need to look further than that.
  const points = Array.from(text.slice(0, 2 * max + 2))
  const kept = points.slice(0, max).join('')
  const left = text.length - kept.length
  return kept.replace(dangerous, visible) + (left > 0 ? `… (${left} more)` : '')
}

/** A value as one line of JSON, safe for a terminal. */
export function compactJson(value: Json | undefined, max = 200): string {
  return value === undefined ? 'nothing' : terminalSafe(JSON.stringify(value), max)
}

// The last part: marks heaped on one letter would cover the lines around it.
const dangerous = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?<=\p{M}{4})\p{M}/gu

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function visible(char: string): string {
  const code = char.codePointAt(0) ?? 0
  const hex = code.toString(16)
  return named[char] ?? (code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`)
}
