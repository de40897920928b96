import type { Fault } from '../fault.ts'
import { facadeAlwaysApproves } from './facade-always-approves.ts'
import { facadeAlwaysConditions } from './facade-always-conditions.ts'
import { facadeAlwaysDenies } from './facade-always-denies.ts'
import { facadeRepeatsItsFirstAnswer } from './facade-repeats-its-first-answer.ts'

export const facades = [
  facadeAlwaysApproves,
  facadeAlwaysDenies,
  facadeAlwaysConditions,
  facadeRepeatsItsFirstAnswer,
] as const satisfies readonly Fault[]
