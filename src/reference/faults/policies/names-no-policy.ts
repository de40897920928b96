import type { Fault } from '../fault.ts'

export const namesNoPolicy = {
  id: 'names-no-policy',
  requirement: 'GOV-GA-076',
  title: 'Leaves out of its findings the policy that they rest on.',
  break: (parts) => ({
    ...parts,
    checkReply: (check, plan) =>
      parts.checkReply({ ...check, findings: check.findings.map(({ policy_id: _policy, ...rest }) => rest) }, plan),
  }),
} as const satisfies Fault
