import type { Fault } from '../fault.ts'
import { keepingFirst } from './keeping-first.ts'

export const keepsTheFirstChannels = {
  id: 'keeps-the-first-channels',
  requirement: 'GOV-GA-020',
  title: 'Takes in a second sync, all but the channels.',
  break: (parts) => keepingFirst(parts, 'channels'),
} as const satisfies Fault
