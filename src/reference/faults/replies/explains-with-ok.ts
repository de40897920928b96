import type { Fault } from '../fault.ts'

export const explainsWithOk = {
  id: 'explains-with-ok',
  requirement: 'GOV-GA-001',
  title: 'Explains each decision with "OK".',
  break: (parts) => ({
    ...parts,
    checkReply: (check, plan) => parts.checkReply({ ...check, explanation: 'OK' }, plan),
  }),
} as const satisfies Fault
