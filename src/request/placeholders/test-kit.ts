import { readPath } from '../../json/path.ts'
import { type Placeholder, unresolved } from './placeholder.ts'

export const testKitPlaceholder: Placeholder = {
  name: '$test_kit.<path>',
  pattern: /\$test_kit\.([\w-]+(?:\.[\w-]+|\[\d+\])*)/,
  resolve(path, scope) {
    const token = `$test_kit.${path}`
    if (!scope.kit)
      return unresolved(token, 'no test kit is loaded: name one in prerequisites.test_kit, or give --test-kit')
    const value = readPath({ ...scope.kit } as never, path)
    if (value === undefined || value === null) return unresolved(token, `the test kit "${scope.kit.id}" has no ${path}`)
    return { status: 'resolved', value, kind: 'resolved' }
  },
}
