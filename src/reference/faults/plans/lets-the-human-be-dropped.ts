import type { Fault } from '../fault.ts'

export const letsTheHumanBeDropped = {
  id: 'lets-the-human-be-dropped',
  requirement: 'GOV-GA-029',
  title: 'Lets a second sync take human review away.',
  break: (parts) => ({
    ...parts,
    refusePlan: (plan, at, { before: _first, ...history }) =>
      parts.refusePlan(plan, at, { ...history, before: undefined }),
  }),
} as const satisfies Fault
