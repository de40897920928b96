interface Version {
  readonly core: readonly number[]
  readonly tags: readonly string[]
}

/** Whether a release is at or above another by the order of semantic versions, pre-releases included; false when either is no version. */
export function isAtLeast(release: string, other: string): boolean {
  const [a, b] = [parse(release), parse(other)]
  if (!a || !b) return false
  const core = a.core.map((part, i) => part - (b.core[i] ?? 0)).find((difference) => difference !== 0)
  return (core ?? compareTags(a.tags, b.tags)) >= 0
}

function parse(text: string): Version | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/.exec(text)
  if (!match) return undefined
  return { core: match.slice(1, 4).map(Number), tags: match[4]?.split('.') ?? [] }
}

/** A pre-release comes before the release it leads to. */
function compareTags(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = compareTag(a[i], b[i])
    if (difference !== 0) return difference
  }
  return 0
}

function compareTag(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1
  const numeric = /^\d+$/
  if (numeric.test(a) && numeric.test(b)) return Number(a) - Number(b)
  if (numeric.test(a) !== numeric.test(b)) return numeric.test(a) ? -1 : 1
  return a === b ? 0 : a < b ? -1 : 1
}
