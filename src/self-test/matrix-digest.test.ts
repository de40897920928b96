import { expect, it } from 'vitest'
import type { Kill } from './kill-matrix.ts'
import { matrixDigest } from './matrix-digest.ts'
import type { Fairness } from './variant-matrix.ts'

const kill = (fault: string, more: Partial<Kill> = {}): Kill => ({
  fault,
  requirement: 'GOV-GA-001',
  status: 'killed',
  killedBy: ['a/b/c'],
  advisory: false,
  verdict: 'nonconformant',
  ...more,
})
const fair = (variant: string, more: Partial<Fairness> = {}): Fairness => ({
  variant,
  verdict: 'conformant',
  lost: [],
  ...more,
})
const digest = matrixDigest('1.0.0', [kill('a'), kill('b')], [fair('v'), fair('w')])

it('is the same whatever the order, and wherever a fault was caught', () => {
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(matrixDigest('1.0.0', [kill('b'), kill('a', { killedBy: ['d/e/f'] })], [fair('w'), fair('v')])).toBe(digest)
})

it.each([
  ['the version', matrixDigest('1.0.1', [kill('a'), kill('b')], [fair('v'), fair('w')])],
  ['a fault that is not there', matrixDigest('1.0.0', [kill('a')], [fair('v'), fair('w')])],
  [
    'a fault that survived',
    matrixDigest('1.0.0', [kill('a'), kill('b', { status: 'survived' })], [fair('v'), fair('w')]),
  ],
  ['its requirement', matrixDigest('1.0.0', [kill('a'), kill('b', { requirement: 'X' })], [fair('v'), fair('w')])],
  [
    'a point that a variant lost',
    matrixDigest('1.0.0', [kill('a'), kill('b')], [fair('v'), fair('w', { lost: ['x'] })]),
  ],
  ['a variant that is not there', matrixDigest('1.0.0', [kill('a'), kill('b')], [fair('v')])],
])('changes with %s', (_what, other) => {
  expect(other).not.toBe(digest)
})
