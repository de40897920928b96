import { auditFaults } from './audit/index.ts'
import { contextFaults } from './context/index.ts'
import { deliveryFaults } from './delivery/index.ts'
import { facades } from './facades/index.ts'
import type { Fault } from './fault.ts'
import { limitFaults } from './limits/index.ts'
import { outcomeFaults } from './outcomes/index.ts'
import { peopleFaults } from './people/index.ts'
import { planFaults } from './plans/index.ts'
import { policyFaults } from './policies/index.ts'
import { replyFaults } from './replies/index.ts'
import { tokenFaults } from './token/index.ts'

/** Every way to be wrong that this program is shown to catch, by what it concerns; façades only pretend to decide. */
export const faults = [
  ...replyFaults,
  ...contextFaults,
  ...planFaults,
  ...limitFaults,
  ...policyFaults,
  ...peopleFaults,
  ...deliveryFaults,
  ...outcomeFaults,
  ...tokenFaults,
  ...auditFaults,
  ...facades,
] as const satisfies readonly Fault[]

export type { Fault } from './fault.ts'
