import type { RunContext } from '../execute/run-context.ts'
import { readPath } from '../json/path.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { PublishedKeys } from '../model/published-keys.ts'
import type { Connection } from './connection.ts'

/** Asks the agent's well-known places once for each question of a run, and not before a check needs the answer. */
export function keysOnce(
  connection: Connection,
  { capabilities }: AgentProfile,
  signal: AbortSignal,
): NonNullable<RunContext['publishedKeys']> {
  const answers = new Map<string, Promise<PublishedKeys>>()
  const origin = readPath(capabilities, 'identity.key_origins.governance_signing')
  const declared = typeof origin === 'string' ? { declaredOrigin: origin } : {}
  return (question) => {
    const key = JSON.stringify([question.kit, question.brandDomain, question.issuer])
    const answer = answers.get(key) ?? connection.keys({ ...question, ...declared }, signal)
    answers.set(key, answer)
    return answer
  }
}
