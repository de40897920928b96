import { redacted } from './redact-text.ts'

/** Fewer characters of a value at the end of a text are no sign that it was cut. */
const shortestCut = 6
const closing = new Set('"\'…)]} .')

/**
 * A function that hides every occurrence of these values, and the start of one at the end of a text that was cut short.
 * A run knows a thousand values, most of them tokens of hundreds of characters, and shows tens of thousands of short texts: so only
 * values that fit are looked for, and only texts that hold the start of a value are compared with it.
 */
export function valueRedactor(values: readonly string[]): (text: string) => string {
  const byLength = [...values].sort((a, b) => a.length - b.length)
  const starts = byStart(values)
  const longest = byLength.at(-1)?.length ?? 0
  return (text) => withoutCutValue(withoutValues(text, byLength), starts, longest)
}

function withoutValues(text: string, byLength: readonly string[]): string {
  const fitting = byLength.slice(0, countUpTo(text.length, byLength))
  // The longest first: a value may stand within another.
  return fitting.reduceRight((shown, value) => shown.replaceAll(value, redacted), text)
}

/** How many of the values, sorted by length, are at most this long. */
function countUpTo(length: number, byLength: readonly string[]): number {
  let [low, high] = [0, byLength.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((byLength[middle]?.length ?? 0) <= length) low = middle + 1
    else high = middle
  }
  return low
}

type Starts = ReadonlyMap<string, readonly string[]>

function byStart(values: readonly string[]): Starts {
  const starts = new Map<string, string[]>()
  for (const value of values) {
    const start = value.slice(0, shortestCut)
    const others = starts.get(start)
    if (others) others.push(value)
    else starts.set(start, [value])
  }
  return starts
}

/** What is left of a value is shorter than it, so only the end of the text is searched, however long that is. */
function withoutCutValue(text: string, starts: Starts, longest: number): string {
  const end = endOfCore(text)
  for (let at = Math.max(0, end - longest); at + shortestCut <= end; at += 1) {
    const begun = starts.get(text.slice(at, at + shortestCut))
    if (begun?.some((value) => value.startsWith(text.slice(at, end))))
      return text.slice(0, at) + redacted + text.slice(end)
  }
  return text
}

/** Where the text ends but for quotes, dots and brackets that whoever cut it has put there. */
function endOfCore(text: string): number {
  let end = text.length
  while (end > 0 && closing.has(text[end - 1] ?? '')) end -= 1
  return end
}
