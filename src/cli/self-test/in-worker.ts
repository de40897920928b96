import { fork } from 'node:child_process'
import { join } from 'node:path'
import { UsageError } from '../../errors.ts'
import { packageRoot } from '../../load/index.ts'
import type { Io } from '../io.ts'
import type { RoleTried } from './try-role.ts'
import type { RoleAnswer, RoleOrder } from './worker.ts'

/**
 * Tries a role in a process of its own: there is more than one processor, and trying is nothing but work.
 * @throws UsageError as `tryRole` does; an Error when the process ends without an answer
 */
export async function inWorker(order: RoleOrder, env: Io['env']): Promise<RoleTried> {
  const worker = fork(join(packageRoot(), 'dist/cli/self-test/worker.js'), {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const answered = new Promise<RoleAnswer>((resolve, reject) => {
    worker.once('message', (answer) => resolve(answer as RoleAnswer))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the process that tried ${order.role} ended with ${code}`)))
  })
  worker.send(order)
  const answer = await answered
  if (answer.kind === 'tried') return answer.tried
  throw answer.isUsage ? new UsageError(answer.message) : new Error(answer.message)
}
