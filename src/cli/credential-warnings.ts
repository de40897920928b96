import type { AgentCredentials } from '../auth/agent-credentials.ts'
import type { AgentOptions } from '../run.ts'
import type { CredentialFlags } from './run-flags.ts'

/** What the person at the shell should know about how secrets travel; one sentence each. */
export function credentialWarnings(flags: CredentialFlags, agents: readonly AgentOptions[]): readonly string[] {
  return [
    ...(flags.auth === undefined
      ? []
      : ['--auth puts the secret where other users of this machine can see it; use --auth-env or --auth-file.']),
    ...new Set(agents.flatMap(warningsOf)),
  ]
}

function warningsOf({ url, credentials }: AgentOptions): readonly string[] {
  const everyone = [credentials, ...Object.values(credentials.principals ?? {})]
  const endpoints = everyone.flatMap(({ oauth }) => (oauth?.tokenUrl === undefined ? [] : [oauth.tokenUrl]))
  return [
    ...(everyone.some(isLetIn) ? openly('credential', url) : []),
    ...endpoints.flatMap((endpoint) => openly("OAuth client's secret", endpoint)),
  ]
}

function isLetIn({ token, headers, oauth }: AgentCredentials): boolean {
  return token !== undefined || oauth !== undefined || Object.keys(headers ?? {}).length > 0
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

function openly(what: string, address: string): readonly string[] {
  const { protocol, hostname } = new URL(address)
  if (protocol !== 'http:' || loopback.test(hostname)) return []
  return [`the ${what} travels over plain http to ${hostname}, where anyone on the way can read it; use https.`]
}
