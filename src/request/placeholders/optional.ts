import type { Json } from '../../model/json.ts'
import type { Scope } from '../scope.ts'
import { type Placeholder, unresolved } from './placeholder.ts'

const whole = /^\$optional\.(\w+)$/

/** A kept value that not every agent gives: where there is none, the member that would hold it is left out. */
export const optionalPlaceholder: Placeholder = {
  name: '$optional.<name>',
  pattern: /\$optional\.(\w+)/,
  resolve(name, scope) {
    const value = scope.context.get(name)
    if (value === undefined) return unresolved(`$optional.${name}`, 'only a member as a whole can be left out')
    return {
      status: 'resolved',
      value,
      kind: 'resolved',
      ...(scope.capturedBy(name) !== undefined && { fromAgent: true }),
    }
  },
}

/** Whether this value of a member is one of those, and there is none. */
export function isLeftOut(value: Json, { context }: Scope): boolean {
  const name = typeof value === 'string' ? whole.exec(value)?.[1] : undefined
  return name !== undefined && !context.has(name)
}
