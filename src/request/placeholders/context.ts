import { type Placeholder, unresolved } from './placeholder.ts'

export const contextPlaceholder: Placeholder = {
  name: '$context.<name>',
  pattern: /\$context\.(\w+)/,
  resolve(name, scope) {
    const value = scope.context.get(name)
    const step = scope.capturedBy(name)
    if (value !== undefined)
      return { status: 'resolved', value, kind: 'resolved', ...(step === undefined ? {} : { fromAgent: true }) }
    return unresolved(
      `$context.${name}`,
      step ? `${step} should have captured it` : `no step captures it: give it with --context ${name}=VALUE`,
    )
  },
}
