import type { RunContext } from '../execute/run-context.ts'
import { readPath } from '../json/path.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { PublishedKeys } from '../model/published-keys.ts'
import type { Connection } from './connection.ts'
import type { Met } from './first-contact.ts'

/**
 * Asks an agent's well-known places once for each question of a run, and not before a check needs the answer. In a run against
 * several, it is the agent that answered the step.
 */
export function keysOnce(
  connection: Connection,
  met: Met,
  signal: AbortSignal,
): NonNullable<RunContext['publishedKeys']> {
  const answers = new Map<string, Promise<PublishedKeys>>()
  return ({ from, ...question }) => {
    const asked = whoIsAt(from, connection, met)
    const key = JSON.stringify([asked.connection.url, question.kit, question.brandDomain, question.issuer])
    const answer = answers.get(key) ?? asked.connection.keys({ ...question, ...originIn(asked.agent) }, signal)
    answers.set(key, answer)
    return answer
  }
}

/** The agent of this address; the one in front when none has it. */
function whoIsAt(url: string | undefined, connection: Connection, { agent, agents }: Met) {
  const [key] = [...(connection.agents ?? [])].find(([, one]) => one.url === url) ?? []
  const found = key === undefined ? undefined : { connection: connection.agents?.get(key), agent: agents?.get(key) }
  return { connection: found?.connection ?? connection, agent: found?.agent ?? agent }
}

function originIn({ capabilities }: AgentProfile): { readonly declaredOrigin?: string } {
  const origin = readPath(capabilities, 'identity.key_origins.governance_signing')
  return typeof origin === 'string' ? { declaredOrigin: origin } : {}
}
