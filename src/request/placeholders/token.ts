import { type Placeholder, unresolved } from './placeholder.ts'

/** A governance context, good or wrong in one way; with the same alias, the same one each time in a storyboard. */
export const tokenPlaceholder: Placeholder = {
  name: '$token.<kind>#<alias>',
  pattern: /\$token\.([a-z][\w-]*(?:#[\w.:-]+)?)/,
  resolve(spec, { tokens, generated }) {
    const token = `$token.${spec}`
    if (tokens === undefined) return unresolved(token, 'this run hosts no governance agent that could issue it')
    const [kind = '', alias] = spec.split('#')
    const known = alias === undefined ? undefined : generated.get(token)
    const value = known ?? tokens.mint(kind)
    if (value === undefined) return unresolved(token, 'the workshop makes no such token')
    if (alias !== undefined) generated.set(token, value)
    return { status: 'resolved', value, kind: 'generated' }
  },
}
