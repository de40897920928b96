import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { UsageError } from '../../errors.ts'
import { packageRoot } from '../../load/index.ts'
import type { Io } from '../io.ts'
import type { AgentOrder, FromAgent, LaunchedAgent, ToAgent } from './agent-order.ts'

/** Milliseconds that the process of an agent has to listen, and to end by itself. */
const patience = { start: 20_000, end: 1_000 }

/**
 * An agent of this program in a process of its own, which ends with this one.
 * @throws UsageError as `launchHere` does; an Error when the process ends, or does not answer in time
 */
export async function launchProcess(order: AgentOrder, env: Io['env']): Promise<LaunchedAgent> {
  const child = fork(join(packageRoot(), 'dist/cli/loop/agent-process.js'), {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  try {
    const heard = await ask(child, { kind: 'order', order })
    if (heard.kind !== 'listening') throw new Error(`the process of the agent ${order.agent} answered ${heard.kind}`)
    return {
      url: heard.url,
      learnBrand: async (brandUrl) => void (await ask(child, { kind: 'brand', brandUrl })),
      close: () => ended(child),
    }
  } catch (error) {
    await ended(child)
    throw error
  }
}

/** One answer to one message. */
async function ask(child: ChildProcess, message: ToAgent): Promise<FromAgent> {
  const heard = await new Promise<FromAgent>((resolve, reject) => {
    const late = setTimeout(() => settle(() => reject(new Error('an agent did not start in time'))), patience.start)
    const onMessage = (told: FromAgent) => settle(() => resolve(told))
    const onError = (error: Error) => settle(() => reject(error))
    const onExit = (code: number | null) =>
      settle(() => reject(new Error(`the process of an agent ended with ${code}`)))
    const settle = (act: () => void) => {
      clearTimeout(late)
      child.off('message', onMessage).off('error', onError).off('exit', onExit)
      act()
    }
    child.once('message', onMessage).once('error', onError).once('exit', onExit)
    child.send(message, (error) => error && onError(error))
  })
  if (heard.kind !== 'refused') return heard
  throw heard.isUsage ? new UsageError(heard.message) : new Error(heard.message)
}

/** Lets it go, which ends it; one that does not hear is ended. Resolves when it is gone. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const deaf = setTimeout(() => child.kill('SIGKILL'), patience.end)
  if (child.connected) child.disconnect()
  await gone
  clearTimeout(deaf)
}
