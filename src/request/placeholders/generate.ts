import { type Placeholder, unresolved } from './placeholder.ts'

export const generatePlaceholder: Placeholder = {
  name: '$generate:<kind>#<alias>',
  pattern: /\$generate:(\w+(?:#[\w.:-]+)?)/,
  resolve(spec, scope) {
    const [kind, alias] = spec.split('#')
    const known = alias === undefined ? undefined : scope.generated.get(spec)
    const value = known ?? make(kind, scope.ids)
    if (value === undefined) return unresolved(`$generate:${spec}`, 'the kinds are uuid_v4 and opaque_id')
    if (alias !== undefined) scope.generated.set(spec, value)
    return { status: 'resolved', value, kind: 'generated' }
  },
}

function make(kind: string | undefined, ids: { uuid(): string; opaque(): string }): string | undefined {
  if (kind === 'uuid_v4') return ids.uuid()
  return kind === 'opaque_id' ? ids.opaque() : undefined
}
