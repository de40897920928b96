import type { Fault } from '../fault.ts'
import { addsToContext } from './adds-to-context.ts'
import { dropsContextOnError } from './drops-context-on-error.ts'
import { inventsContext } from './invents-context.ts'
import { upperCasesContext } from './upper-cases-context.ts'

export const contextFaults = [
  upperCasesContext,
  dropsContextOnError,
  addsToContext,
  inventsContext,
] as const satisfies readonly Fault[]
