import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface CountingProxy {
  readonly url: string
  /** HTTP requests since it was last asked. */
  taken(): number
  close(): Promise<void>
}

/** Passes every request on to an agent on loopback, and counts them. */
export async function countingProxy(target: string): Promise<CountingProxy> {
  const { hostname, port, pathname } = new URL(target)
  let count = 0
  const server = createServer((incoming, outgoing) => {
    count += 1
    const { method, headers, url: path } = incoming
    const onward = ask({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    taken() {
      const taken = count
      count = 0
      return taken
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
