const longest = 64

/**
 * Names that a misspelt one may have meant, best first, at most three.
 * One slip (a letter missing, added, wrong or swapped with its neighbour) is allowed for every three letters.
 */
export function nearestNames(wanted: string, all: Iterable<string>): readonly string[] {
  const limit = Math.max(1, Math.floor(wanted.length / 3))
  return [...new Set(all)]
    .filter((name) => Math.max(name.length, wanted.length) <= longest && Math.abs(name.length - wanted.length) <= limit)
    .map((name) => ({ name, slips: distance(wanted.toLowerCase(), name.toLowerCase()) }))
    .filter(({ slips }) => slips <= limit)
    .sort((a, b) => a.slips - b.slips || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name)
}

/** Damerau-Levenshtein distance, each pair of letters swapped at most once. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const best = Math.min(replaced, at(row, j) + 1, at(next, j - 1) + 1)
      next.push(swapped ? Math.min(best, at(before, j - 2) + 1) : best)
    }
    before = row
    row = next
  }
  return at(row, b.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
