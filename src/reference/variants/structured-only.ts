import type { Variant } from './variant.ts'

export const structuredOnly = {
  id: 'structured-only',
  title: 'Sends structuredContent without any text.',
  wire: { toolResult: ({ payload, isError }) => ({ structuredContent: { ...payload }, content: [], isError }) },
} as const satisfies Variant
