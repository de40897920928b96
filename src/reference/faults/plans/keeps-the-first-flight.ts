import type { Fault } from '../fault.ts'
import { keepingFirst } from './keeping-first.ts'

export const keepsTheFirstFlight = {
  id: 'keeps-the-first-flight',
  requirement: 'GOV-GA-020',
  title: 'Takes in a second sync, all but the flight.',
  break: (parts) => keepingFirst(parts, 'flight'),
} as const satisfies Fault
