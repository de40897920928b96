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
const found = { version: '1.0.0', adcp: '3.0', faults: [kill('a'), kill('b')], variants: [fair('v'), fair('w')] }
const digest = matrixDigest(found)

it('is the same whatever the order, and wherever a fault was caught', () => {
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(
    matrixDigest({
      ...found,
      faults: [kill('b'), kill('a', { killedBy: ['d/e/f'] })],
      variants: [fair('w'), fair('v')],
    }),
  ).toBe(digest)
})

it.each([
  ['the version', matrixDigest({ ...found, version: '1.0.1' })],
  ['the AdCP line', matrixDigest({ ...found, adcp: '3.1' })],
  ['a fault that is not there', matrixDigest({ ...found, faults: [kill('a')] })],
  ['a fault that survived', matrixDigest({ ...found, faults: [kill('a'), kill('b', { status: 'survived' })] })],
  ['its requirement', matrixDigest({ ...found, faults: [kill('a'), kill('b', { requirement: 'X' })] })],
  ['a point that a variant lost', matrixDigest({ ...found, variants: [fair('v'), fair('w', { lost: ['x'] })] })],
  ['a variant that is not there', matrixDigest({ ...found, variants: [fair('v')] })],
])('changes with %s', (_what, other) => {
  expect(other).not.toBe(digest)
})
