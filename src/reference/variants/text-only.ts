import type { Variant } from './variant.ts'

export const textOnly = {
  id: 'text-only',
  title: 'Puts the reply into a text block as JSON, behind a sentence for people, and sends no structuredContent.',
  wire: {
    toolResult: ({ payload, isError }) => ({
      content: [
        { type: 'text', text: isError ? 'That did not work.' : 'Done.' },
        { type: 'text', text: JSON.stringify(payload, null, 2) },
      ],
      isError,
    }),
  },
} as const satisfies Variant
