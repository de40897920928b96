import { type Role, tryRole } from './try-role.ts'

/** What a worker is asked to do. */
export interface RoleOrder {
  readonly role: Role
  readonly adcpVersion: string
}

/** The program of a process of its own: tries the role that it is told of, and sends back what came of it. */
process.once('message', (order: RoleOrder) => {
  tryRole(order.role, order.adcpVersion, process.env).then(
    (tried) => process.send?.(tried, () => process.disconnect()),
    (error: unknown) => {
      throw error
    },
  )
})
