import type { AgentProfile } from '../model/agent-profile.ts'
import type { HttpErrorReply, Reply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { McpOptions } from '../transport/index.ts'
import { type Finding, ok, warn } from './finding.ts'
import { openLine } from './interview.ts'

/** Tasks that only read, and that nobody unknown should be answered; with the least that they take. */
const protectedReads: readonly (readonly [task: string, args: JsonObject])[] = [
  ['get_plan_audit_logs', { plan_ids: ['adcp-gov-comply-doctor'] }],
  ['list_accounts', {}],
  ['list_creatives', {}],
]

const remedy = 'Answer 401 with WWW-Authenticate, or 403, before anything else is looked at (AdCP security baseline).'

/**
 * How the agent meets somebody without credentials: a question that changes nothing, on a session of its own. `options` hold no
 * credentials. Undefined when nothing can be told.
 */
export async function examineStrangers(options: McpOptions, agent: AgentProfile): Promise<Finding | undefined> {
  const line = await openLine(options, agent.protocol)
  try {
    if (line.refusal) return readRefusal(line.refusal)
    const [task, args] = protectedReads.find(([name]) => agent.tools.includes(name)) ?? []
    if (task === undefined || args === undefined) return undefined
    const { reply } = await line.call({ task, arguments: args })
    return readRefusal(reply) ?? readAnswer(reply, task)
  } finally {
    await line.close()
  }
}

function readRefusal(reply: Reply): Finding | undefined {
  if (reply.kind !== 'http_error' || (reply.status !== 401 && reply.status !== 403)) return undefined
  return reply.status === 401 && !isChallenged(reply)
    ? warn(
        'credentials',
        'strangers get 401 without a WWW-Authenticate header',
        'Say in it which scheme is wanted (RFC 9110).',
      )
    : ok('credentials', `strangers are turned away with ${reply.status}`)
}

function isChallenged({ headers }: HttpErrorReply): boolean {
  return headers['www-authenticate'] !== undefined
}

function readAnswer(reply: Reply, task: string): Finding | undefined {
  if (reply.kind === 'unreachable' || reply.kind === 'http_error') return undefined
  const code = 'error' in reply ? reply.error?.code : undefined
  return code === undefined
    ? warn('credentials', `${task} is answered to strangers`, remedy)
    : warn('credentials', `strangers are let in, and get ${code} for ${task}`, remedy)
}
