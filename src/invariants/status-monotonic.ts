import type { FailedOutcome } from '../model/check.ts'
import type { Invariant, Observed, World } from './invariant.ts'
import { lifecycleOf } from './lifecycles.ts'
import { type Sighting, statusesIn } from './statuses-in.ts'

/** What an agent keeps goes from one status to another only as its lifecycle allows. */
export const statusMonotonic: Invariant = {
  id: 'status.monotonic',
  title: 'A status changes only as its lifecycle allows',
  lines: ['3.0', '3.1'],
  judge(answered, world) {
    const newest = answered.at(-1)
    if (!newest) return undefined
    const before = lastSeen(answered.slice(0, -1))
    for (const sighting of statusesIn(newest)) {
      const broken = judgeOne(sighting, before.get(keyOf(sighting)), world)
      if (broken) return broken
    }
    return undefined
  },
}

type Before = Sighting & { readonly step: string }

function lastSeen(answered: readonly Observed[]): ReadonlyMap<string, Before> {
  const seen = answered.flatMap((one) => statusesIn(one).map((sighting) => ({ ...sighting, step: one.step })))
  return new Map(seen.map((sighting) => [keyOf(sighting), sighting]))
}

function keyOf({ kept, id }: Sighting): string {
  return JSON.stringify([kept, id])
}

/** Several changes may have happened unseen: what can be reached in steps is allowed. */
function judgeOne(now: Sighting, before: Before | undefined, { adcp }: World): FailedOutcome | undefined {
  const lifecycle = lifecycleOf(now.kept, adcp)
  const known = (status: string) => Object.hasOwn(lifecycle, status)
  if (!before || before.status === now.status || !known(before.status) || !known(now.status)) return undefined
  if (reachable(before.status, lifecycle).has(now.status)) return undefined
  const next = lifecycle[before.status] ?? []
  return {
    status: 'failed',
    message: `${now.kept.replaceAll('_', ' ')} "${now.id}" was ${before.status} in the step ${before.step} and is ${now.status} now; ${before.status} ${next.length === 0 ? 'is final' : `leads to ${next.join(', ')}`}`,
    pointer: now.pointer,
    expected: [before.status, ...next],
    actual: now.status,
  }
}

function reachable(from: string, lifecycle: Readonly<Record<string, readonly string[]>>): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [from]
  for (let status = open.pop(); status !== undefined; status = open.pop()) {
    for (const next of lifecycle[status] ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      open.push(next)
    }
  }
  return seen
}
