import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Json } from '../../model/json.ts'
import { terminalSafe } from '../terminal-safe.ts'

/** Characters of one value that are shown; a page must stay readable whatever an agent sends. */
const limit = 20_000

/** Words of a stranger: no control characters or direction overrides, cut after `max` characters. */
export function words(text: string, max = 2000): string {
  return terminalSafe(text, max)
}

/** JSON over several lines, as people read it; each line harmless by itself. */
export function pretty(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value, null, 2)
  const kept = text.slice(0, limit).split('\n')
  const left = text.length - limit
  return kept.map((line) => terminalSafe(line, limit)).join('\n') + (left > 0 ? `\n… ${left} more characters` : '')
}

/** The id of a step in the page: `step/` and its address. */
export function stepAnchor(address: string): string {
  return anchor(`step/${address}`)
}

export function stepLink(address: string): Element {
  return h('a', { href: `#${stepAnchor(address)}` }, words(address))
}

/** A name as an id that stands in a link as it is: other characters than those of usual names become `~` and their code point. */
export function anchor(name: string): string {
  return name.slice(0, limit).replace(/[^\w./@-]/gu, (char) => `~${char.codePointAt(0)?.toString(16)}`)
}

export function named(status: string): string {
  return status.replaceAll('_', ' ')
}
