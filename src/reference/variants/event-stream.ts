import type { Variant } from './variant.ts'

export const eventStream = {
  id: 'event-stream',
  title: 'Answers every request with server-sent events.',
  wire: { eventStream: true },
} as const satisfies Variant
