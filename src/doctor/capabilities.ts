import type { AdcpVersion } from '../model/adcp-version.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { JsonObject } from '../model/json.ts'
import type { SchemaError, SchemaSet } from '../model/schema-set.ts'
import { claimsInWords } from '../select/claims.ts'
import { bad, type Finding, ok, warn } from './finding.ts'
import { capabilitiesTask } from './interview.ts'
import { examineVersions } from './versions.ts'

const shown = 3

export interface CapabilitySetting {
  readonly adcp: AdcpVersion
  readonly schemas: SchemaSet
  /** Of the other AdCP lines that are at hand. */
  readonly others: readonly SchemaSet[]
}

/** What the agent says of itself, by the schemas of the run, and by those of other versions where these do not fit. */
export async function examineCapabilities(
  agent: AgentProfile,
  setting: CapabilitySetting,
): Promise<readonly Finding[]> {
  const reply = agent.capabilitiesExchange?.reply
  if (reply === undefined)
    return [
      bad('capabilities', `the agent does not offer ${capabilitiesTask}`, 'Every AdCP 3 agent answers it: offer it.'),
    ]
  if (reply.kind !== 'task' || reply.error || reply.payload === undefined)
    return [bad('capabilities', `${capabilitiesTask} has no result: ${inWords(reply)}`, "Look in the agent's log.")]
  const problems = await brokenRules(reply.payload, setting.schemas)
  const versions = examineVersions(reply.payload, setting.adcp)
  if (problems.length === 0)
    return [ok('capabilities', `valid by the schema of ${setting.adcp.release}; ${claimsInWords(agent)}`), versions]
  return [invalid(problems, setting.adcp), ...(await fitting(reply.payload, setting)), versions]
}

function inWords(reply: NonNullable<AgentProfile['capabilitiesExchange']>['reply']): string {
  if (reply.kind === 'http_error' || reply.kind === 'http') return `HTTP ${reply.status}`
  if (reply.kind === 'unreachable' || reply.kind === 'rpc_error') return reply.message
  return reply.error ? `the error ${reply.error.code ?? reply.error.message ?? 'without a code'}` : 'no JSON object'
}

async function brokenRules(payload: JsonObject, schemas: SchemaSet): Promise<readonly SchemaError[]> {
  const ref = schemas.task(capabilitiesTask)?.response
  const schema = ref === undefined ? undefined : await schemas.load(ref)
  return schema?.validate(payload) ?? []
}

function invalid(problems: readonly SchemaError[], { release }: AdcpVersion): Finding {
  const told = problems.slice(0, shown).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`)
  const more = problems.length - shown
  return bad(
    'capabilities',
    `not valid by the schema of ${release}: ${told.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    'Until it is valid, nothing that the agent claims of itself narrows what a run asks of it.',
  )
}

async function fitting(payload: JsonObject, { others }: CapabilitySetting): Promise<readonly Finding[]> {
  for (const schemas of others) {
    const problems = await brokenRules(payload, schemas)
    const line = schemas.release.split('.').slice(0, 2).join('.')
    if (problems.length === 0)
      return [warn('version', `the capabilities are valid by AdCP ${schemas.release}`, `Use --adcp-version ${line}.`)]
  }
  return []
}
