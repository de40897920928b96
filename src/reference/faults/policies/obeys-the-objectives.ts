import type { Fault } from '../fault.ts'

export const obeysTheObjectives = {
  id: 'obeys-the-objectives',
  requirement: 'GOV-GA-058',
  title: 'Takes the objectives of a plan for an instruction to itself.',
  break: (parts) => ({
    ...parts,
    reviewReason: (governing) =>
      governing.some(({ objectives }) => /do not ask anybody/i.test(objectives))
        ? undefined
        : parts.reviewReason(governing),
  }),
} as const satisfies Fault
