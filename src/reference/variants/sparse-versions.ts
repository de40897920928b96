import type { Variant } from './variant.ts'

export const sparseVersions = {
  id: 'sparse-versions',
  title: 'Numbers the versions of a plan 110, 120, 130.',
  vary: (parts) => ({ ...parts, nextVersion: (before) => (before ?? 100) + 10 }),
} as const satisfies Variant
