import { nearestNames } from './nearest-names.ts'

/** `; did you mean "x"?`, or nothing when no name is near. */
export function didYouMean(wanted: string, all: Iterable<string>): string {
  const near = nearestNames(wanted, all)
  return near.length === 0 ? '' : `; did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`
}
