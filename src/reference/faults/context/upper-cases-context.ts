import { isJsonObject, type Json } from '../../../model/json.ts'
import type { Fault } from '../fault.ts'

export const upperCasesContext = {
  id: 'upper-cases-context',
  requirement: 'GOV-GA-016',
  title: 'Echoes the context in capitals.',
  break: (parts) => ({
    ...parts,
    echo(payload, args) {
      const { context, ...rest } = parts.echo(payload, args)
      return context === undefined ? rest : { ...rest, context: inCapitals(context) }
    },
  }),
} as const satisfies Fault

/** Keys and texts alike. */
function inCapitals(value: Json): Json {
  if (typeof value === 'string') return value.toUpperCase()
  if (Array.isArray(value)) return (value as readonly Json[]).map(inCapitals)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.toUpperCase(), inCapitals(one)]))
}
