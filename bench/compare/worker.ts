import { gradeByOurs } from './ours.ts'
import { gradeByReference } from './reference.ts'
import type { Graded, Order } from './run-in-worker.ts'

process.once('message', (order: Order) => {
  work(order).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})

async function work({ runner, url, ids }: Order): Promise<void> {
  const grade = runner === 'ours' ? gradeByOurs : gradeByReference
  await grade(url, ids[0] ?? '') // loads what a runner loads once
  await say('ready')
  for (const id of ids) await say(await timed(() => grade(url, id), id))
}

async function timed(grade: () => Promise<Omit<Graded, 'id' | 'wallMs' | 'cpuMs'>>, id: string): Promise<Graded> {
  const cpu = process.cpuUsage()
  const started = performance.now()
  const graded = await grade()
  const { user, system } = process.cpuUsage(cpu)
  return { id, ...graded, wallMs: performance.now() - started, cpuMs: (user + system) / 1000 }
}

function say(message: Graded | 'ready'): Promise<void> {
  return new Promise((sent) => process.send?.(message, () => sent()))
}
