import { isJsonObject } from '../../../model/json.ts'
import type { Fault } from '../fault.ts'

export const addsToContext = {
  id: 'adds-to-context',
  requirement: 'GOV-GA-016',
  title: 'Puts a key of its own into the context.',
  break: (parts) => ({
    ...parts,
    echo(payload, args) {
      const reply = parts.echo(payload, args)
      return isJsonObject(reply.context) ? { ...reply, context: { ...reply.context, server: 'governance' } } : reply
    },
  }),
} as const satisfies Fault
