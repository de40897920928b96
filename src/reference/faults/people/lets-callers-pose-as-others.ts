import type { Fault } from '../fault.ts'

export const letsCallersPoseAsOthers = {
  id: 'lets-callers-pose-as-others',
  requirement: 'GOV-GA-086',
  title: 'Believes the caller in the request, whoever the credential belongs to.',
  break: (parts) => ({ ...parts, speaksFor: () => true }),
} as const satisfies Fault
