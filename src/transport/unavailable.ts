import { STATUS_CODES } from 'node:http'
import { AgentUnavailable } from '../errors.ts'
import type { UnreachableCause } from '../model/exchange.ts'
import type { Refusal } from './refusal.ts'
import { refusalInWords } from './refusal.ts'

const wrongAddress = {
  mcp: 'Is this the MCP endpoint? It usually ends in /mcp',
  a2a: 'Is this the address of an A2A agent? Its agent card must be at /.well-known/agent-card.json, there or at the root',
} as const

type Protocol = keyof typeof wrongAddress

const remedies: Readonly<Partial<Record<UnreachableCause, string>>> = {
  refused: 'Is the agent running, and are host and port right?',
  dns: 'Look for a typing error in the host name, or at the network of this machine',
  tls: 'Mend the certificate, or name a file of further authorities in NODE_EXTRA_CA_CERTS',
  timeout: 'Look at what the agent is waiting for, or allow more time for a call',
  closed: "Look in the agent's log for the reason",
  redirect: 'Redirects are not followed, so that credentials go nowhere else: give the final address',
  interrupted: 'Run it again',
}

/** What to tell the person at the shell when the first contact with an agent came to nothing. */
export function unavailable(url: string, refusal: Refusal, protocol: Protocol = 'mcp'): AgentUnavailable {
  return new AgentUnavailable(url, causeOf(refusal), remedyFor(refusal, protocol))
}

function causeOf(refusal: Refusal): string {
  if (refusal.kind !== 'http_error') return refusalInWords(refusal)
  const name = STATUS_CODES[refusal.status]
  return `the agent answered ${refusal.status}${name ? ` ${name}` : ''}`
}

function remedyFor(refusal: Refusal, protocol: Protocol): string {
  if (refusal.kind === 'unreachable') return remedies[refusal.cause] ?? wrongAddress[protocol]
  if (refusal.kind === 'rpc_error') return 'The endpoint speaks JSON-RPC but opens no MCP session: ask whoever runs it'
  return remedyForStatus(refusal.status) ?? wrongAddress[protocol]
}

function remedyForStatus(status: number): string | undefined {
  if (status === 401)
    return 'Put a token in ADCP_AUTH_TOKEN, or name its variable with --auth-env (--header-env for another header)'
  if (status === 403) return 'The credentials are not enough: look at ADCP_AUTH_TOKEN, --auth-env and --header-env'
  if (status === 429) return 'The agent limits how often it may be called: wait, and run again'
  if (status >= 500) return 'The agent itself is failing: look in its log'
  return undefined
}
