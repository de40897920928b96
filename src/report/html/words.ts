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

/** The id of a step in the page: `step-` and its address, which is what a link carries after `#`. */
export function stepAnchor(address: string): string {
  return `step-${address.replace(/[^\w.-]+/g, '-')}`
}

export function named(status: string): string {
  return status.replaceAll('_', ' ')
}
