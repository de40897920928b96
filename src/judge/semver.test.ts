import { expect, it } from 'vitest'
import { isAtLeast } from './semver.ts'

it.each([
  ['3.1.19', '3.1.19', true],
  ['3.1.19', '3.1.9', true],
  ['3.1.9', '3.1.19', false],
  ['3.0.6', '3.1.0', false],
  ['4.0.0', '3.9.9', true],
  ['6.5.0', '6.5.0-rc.3', true],
  ['6.5.0-rc.3', '6.5.0', false],
  ['6.5.0-rc.10', '6.5.0-rc.9', true],
  ['6.5.0-rc.3', '6.5.0-0', true],
  ['6.5.0-alpha', '6.5.0-alpha.1', false],
  ['6.5.0-beta', '6.5.0-alpha.1', true],
  ['6.5.0+build', '6.5.0', true],
  ['3.1', '3.0.0', false],
  ['3.1.0', 'soon', false],
  ['3.1.0', '', false],
])('%s is at least %s: %s', (release, other, expected) => {
  expect(isAtLeast(release, other)).toBe(expected)
})
