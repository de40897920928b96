import type { Variant } from './variant.ts'

const delay = 50

export const unhurried = {
  id: 'unhurried',
  title: `Takes ${delay} ms to think before every answer.`,
  waits: true,
  vary: (parts) => ({ ...parts, thinkingTime: () => delay }),
} as const satisfies Variant
