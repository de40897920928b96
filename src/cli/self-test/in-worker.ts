import { fork } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../load/index.ts'
import type { Io } from '../io.ts'
import type { RoleTried } from './try-role.ts'
import type { RoleOrder } from './worker.ts'

/** Tries a role in a process of its own: there is more than one processor, and trying is nothing but work. */
export async function inWorker(order: RoleOrder, env: Io['env']): Promise<RoleTried> {
  const worker = fork(join(packageRoot(), 'dist/cli/self-test/worker.js'), {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const tried = new Promise<RoleTried>((resolve, reject) => {
    worker.once('message', (found) => resolve(found as RoleTried))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the process that tried ${order.role} ended with ${code}`)))
  })
  worker.send(order)
  return await tried
}
