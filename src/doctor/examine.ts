import { AgentUnavailable } from '../errors.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import { createRedactor } from '../report/redact-json.ts'
import { type Identity, identityOf } from '../run/identity.ts'
import type { AgentOptions } from '../run/options.ts'
import { type Detected, detectProtocol, type McpOptions } from '../transport/index.ts'
import { examineCapabilities } from './capabilities.ts'
import { examineClaims } from './claims.ts'
import type { Equipment } from './equipment.ts'
import { bad, type Finding, ok } from './finding.ts'
import { type Interview, interview } from './interview.ts'
import { credentialsOf, examineLetIn, type People } from './let-in.ts'
import { examineSessions } from './sessions.ts'
import { examineWay, type Way } from './way.ts'

export interface ExamineOptions extends AgentOptions, Equipment {
  readonly limits: McpOptions['limits']
  readonly clientInfo: McpOptions['clientInfo']
  readonly clock: { now(): number }
  readonly signal: AbortSignal
}

export interface Diagnosis {
  readonly url: string
  /** False when nothing could be asked: no run would happen. */
  readonly reached: boolean
  readonly findings: readonly Finding[]
}

/**
 * Looks at everything that a run against this agent stands on. Asks only what changes nothing there, and shows no secret. What the
 * agent does wrong is a finding.
 * @throws UsageError when the credentials cannot be sent as they are
 */
export async function examine(options: ExamineOptions): Promise<Diagnosis> {
  const { url, credentials, clock, signal } = options
  const { principals = {}, ...own } = credentials
  const main = identityOf(own, url, clock)
  const others = new Map(Object.entries(principals).map(([name, one]) => [name, identityOf(one, url, clock)]))
  const diagnosis = await visited(options, { main, others }, await examineWay(new URL(url), clock, signal))
  return redacted(diagnosis, [main, ...others.values()])
}

async function visited(options: ExamineOptions, people: People, way: Way): Promise<Diagnosis> {
  const { url } = options
  if (!way.open) return { url, reached: false, findings: way.findings }
  try {
    return { url, reached: true, findings: [...way.findings, ...(await visit(options, people))] }
  } catch (error) {
    if (!(error instanceof AgentUnavailable)) throw error
    return { url, reached: false, findings: [...way.findings, bad('contact', error.why, sentence(error.remedy))] }
  }
}

function sentence(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`
}

/** @throws AgentUnavailable */
async function visit(options: ExamineOptions, people: People): Promise<readonly Finding[]> {
  const { main } = people
  await main.source?.obtain(options.signal)
  const stranger = lineOf(options)
  const asking = { ...stranger, ...credentialsOf(main) }
  const detected = await protocolOf(options, asking)
  const met = await interview(asking, detected.protocol, options.schemas)
  return [
    contact(met, detected),
    ...(await examineLetIn(stranger, met.agent, people)),
    tools(met.agent),
    ...(await examineCapabilities(met.agent, options)),
    ...examineClaims(met.agent, options.expected),
    ...(met.asked ? examineSessions(met.asked) : []),
  ]
}

/** How a line is opened, by nobody in particular. */
function lineOf({ url, limits, clock, signal, clientInfo }: ExamineOptions) {
  return { url, limits, clock, signal, clientInfo }
}

async function protocolOf({ protocol = 'auto' }: ExamineOptions, asking: McpOptions): Promise<Detected> {
  return protocol === 'auto' ? detectProtocol(asking) : { protocol, because: 'you said so' }
}

function contact({ agent }: Interview, { protocol, because }: Detected): Finding {
  const name = [agent.server?.name, agent.server?.version].filter((part) => part !== undefined).join(' ')
  return ok('contact', `${protocol === 'mcp' ? 'MCP' : 'A2A'}, because ${because}${name && `: ${name}`}`)
}

function tools({ tools, protocol }: AgentProfile): Finding {
  const what = protocol === 'mcp' ? 'tools' : 'skills'
  if (tools.length === 0)
    return bad('tools', `the agent lists no ${what}`, `List the AdCP tasks that it takes as ${what}.`)
  return ok('tools', `${tools.length} ${what}`)
}

function redacted(diagnosis: Diagnosis, everyone: readonly Identity[]): Diagnosis {
  const secrets = everyone.flatMap((one) => [...one.secrets, ...(one.source?.secrets ?? [])])
  const hide = createRedactor([...new URL(diagnosis.url).searchParams.values(), ...secrets])
  const shown = diagnosis.findings.map((one) => ({
    ...one,
    what: hide.text(one.what),
    ...(one.remedy !== undefined && { remedy: hide.text(one.remedy) }),
  }))
  return { ...diagnosis, url: hide.text(diagnosis.url), findings: shown }
}
