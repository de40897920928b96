import { contextPlaceholder } from './context.ts'
import { generatePlaceholder } from './generate.ts'
import { mustachePlaceholder } from './mustache.ts'
import { optionalPlaceholder } from './optional.ts'
import type { Placeholder } from './placeholder.ts'
import { testKitPlaceholder } from './test-kit.ts'
import { tokenPlaceholder } from './token.ts'

export const placeholders: readonly Placeholder[] = [
  contextPlaceholder,
  optionalPlaceholder,
  generatePlaceholder,
  testKitPlaceholder,
  tokenPlaceholder,
  mustachePlaceholder,
]
