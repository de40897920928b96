import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { CountingProxy } from './counting-proxy.ts'

/** What one runner made of one storyboard. */
export interface Result {
  readonly id: string
  /** passed, failed, blocked, not_applicable, errored; or what the runner said. */
  readonly verdict: string
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly httpRequests: number
  readonly wallMs: number
  readonly cpuMs: number
}

export interface Order {
  readonly runner: 'reference' | 'ours'
  readonly url: string
  readonly ids: readonly string[]
}

export type Graded = Omit<Result, 'httpRequests'>

/** A process of its own for a runner, so that its time is its own. */
export async function inWorker(
  runner: Order['runner'],
  proxy: CountingProxy,
  ids: readonly string[],
): Promise<readonly Result[]> {
  const worker = fork(fileURLToPath(new URL('./compare/worker.js', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const results: Result[] = []
  worker.on('message', (graded: Graded | 'ready') => {
    const httpRequests = proxy.taken()
    if (graded !== 'ready') results.push({ ...graded, httpRequests })
  })
  worker.send({ runner, url: proxy.url, ids } satisfies Order)
  const code = await new Promise<number | null>((ended) => worker.once('exit', ended))
  if (code !== 0) throw new Error(`the worker for ${runner} ended with ${code}`)
  return results
}
