import type { Fault } from '../fault.ts'
import { keepingFirst } from './keeping-first.ts'

export const keepsTheFirstSellers = {
  id: 'keeps-the-first-sellers',
  requirement: 'GOV-GA-020',
  title: 'Takes in a second sync, all but the approved sellers.',
  break: (parts) => keepingFirst(parts, 'approved_sellers'),
} as const satisfies Fault
