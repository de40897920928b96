import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** An agent that both runners are put before. */
export interface ComparedAgent {
  readonly id: string
  /** What it is, and whether it deserves to pass. */
  readonly what: string
  start(): Promise<{ readonly url: string; close(): Promise<void> }>
}

export const agents: readonly ComparedAgent[] = [
  {
    id: 'governance-agent',
    what: 'our reference governance agent: conformant',
    start: () => serve('governance-agent'),
  },
  {
    id: 'facade-always-approves',
    what: 'the same, approving every request: broken',
    start: () => serve('governance-agent', '--fault', 'facade-always-approves'),
  },
  {
    id: 'facade-always-denies',
    what: 'the same, denying every request: broken',
    start: () => serve('governance-agent', '--fault', 'facade-always-denies'),
  },
  { id: 'seller', what: 'our reference seller: conformant as a governed seller', start: () => serve('seller') },
  {
    id: 'official-stub',
    what: 'the governance agent stub of @adcp/sdk: approves everything and keeps nothing, by its own account',
    start: startStub,
  },
]

const program = fileURLToPath(new URL('../../bin/adcp-gov-comply.js', import.meta.url))

/** The agent in a process of its own. */
async function serve(...words: readonly string[]) {
  const child = spawn(process.execPath, [program, 'serve', ...words, '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [said] = await once(child.stderr, 'data')
  const url = /http:\/\/\S+\/mcp/.exec(String(said))?.[0]
  if (url === undefined) throw new Error(`the agent did not start: ${said}`)
  return {
    url,
    async close() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

interface Stub {
  start(): Promise<{ url: string }>
  stop(): Promise<void>
}

async function startStub() {
  const { GovernanceAgentStub } = createRequire(import.meta.url)('@adcp/sdk/testing') as {
    GovernanceAgentStub: new () => Stub
  }
  const stub = new GovernanceAgentStub()
  const { url } = await stub.start()
  return { url, close: () => stub.stop() }
}
