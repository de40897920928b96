import type { Fault } from '../fault.ts'

export const dropsContextOnError = {
  id: 'drops-context-on-error',
  requirement: 'GOV-GA-016',
  title: 'Echoes the context on success, and forgets it in errors.',
  break: (parts) => ({
    ...parts,
    echo: (payload, args) => ('adcp_error' in payload ? payload : parts.echo(payload, args)),
  }),
} as const satisfies Fault
