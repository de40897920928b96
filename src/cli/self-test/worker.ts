import { UsageError } from '../../errors.ts'
import { type Role, type RoleTried, tryRole } from './try-role.ts'

/** What a worker is asked to do. */
export interface RoleOrder {
  readonly role: Role
  readonly adcpVersion: string
}

/** What it answers. */
export type RoleAnswer =
  | { readonly kind: 'tried'; readonly tried: RoleTried }
  | { readonly kind: 'refused'; readonly message: string; readonly isUsage: boolean }

/** The program of a process of its own: tries the role that it is told of, and sends back what came of it. */
process.once('message', (order: RoleOrder) => {
  tryRole(order.role, order.adcpVersion, process.env)
    .then((tried): RoleAnswer => ({ kind: 'tried', tried }), refusal)
    .then((answer) => process.send?.(answer, () => process.disconnect()))
})

function refusal(error: unknown): RoleAnswer {
  if (error instanceof UsageError) return { kind: 'refused', message: error.message, isUsage: true }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { kind: 'refused', message, isUsage: false }
}
