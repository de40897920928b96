import type { Status } from '../model/verdict.ts'

/** A parent takes the worst of its children, in this order. */
export const worstFirst = [
  'errored',
  'failed',
  'blocked',
  'passed',
  'not_applicable',
] as const satisfies readonly Status[]

/** No children at all is nothing proven. */
export function rollUp(children: readonly Status[]): Status {
  return worstFirst.find((status) => children.includes(status)) ?? 'not_applicable'
}
