import type { Fault } from '../fault.ts'

export const inventsContext = {
  id: 'invents-context',
  requirement: 'GOV-GA-016',
  title: 'Answers with a context where none was sent.',
  break: (parts) => ({ ...parts, echo: (payload, args) => ({ context: {}, ...parts.echo(payload, args) }) }),
} as const satisfies Fault
