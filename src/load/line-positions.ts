import type { Position } from '../model/located.ts'

/** Turns an offset into a text into line and column, both counted from 1. */
export function linePositions(text: string): (offset: number) => Position {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const line = lastNotAfter(starts, offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}

/** Index of the last of some rising numbers that is not above the limit. */
function lastNotAfter(rising: readonly number[], limit: number): number {
  let low = 0
  let high = rising.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((rising[middle] ?? 0) <= limit) low = middle
    else high = middle - 1
  }
  return low
}
