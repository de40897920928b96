import type { AgentProfile } from '../model/agent-profile.ts'
import type { Json } from '../model/json.ts'
import type { GateEvidence, StepVerdict } from '../model/verdict.ts'
import type { BoardGate } from './gate.ts'

interface Version {
  readonly major: number
  readonly minor: number
}

/** `introduced_in`: the storyboard is for releases from this one on, of the run as of the agent. */
export const versionGate: BoardGate = ({ source }, { agent, schemas }) => {
  const text = source.value.introduced_in
  if (text === undefined) return undefined
  const introduced = parse(text)
  if (!introduced) return blocked(`introduced_in is "${text}"; it should be a release such as 3.1`)
  const run = parse(schemas.release)
  if (run && isBefore(run, introduced))
    return notApplicable(`introduced in AdCP ${text}, and this run grades by ${schemas.release}`)
  const claim = newestClaim(agent)
  if (!claim || !isBefore(claim.version, introduced)) return undefined
  return notApplicable(`introduced in AdCP ${text}, and the agent speaks none so new`, claim.evidence)
}

/** What the agent claims at most: its releases when it lists them, else its major versions, of which any minor may be meant. */
function newestClaim({
  capabilities,
}: AgentProfile): { readonly version: Version; readonly evidence: GateEvidence } | undefined {
  const adcp = capabilities?.adcp
  if (typeof adcp !== 'object' || adcp === null || Array.isArray(adcp)) return undefined
  const { supported_versions: releases, major_versions: majors } = adcp as Readonly<Record<string, Json>>
  const version = newest(listed(releases).flatMap((one) => parse(String(one)) ?? []))
  if (version) return { version, evidence: { pointer: '/adcp/supported_versions', value: releases ?? null } }
  const major = Math.max(...listed(majors).filter((one) => typeof one === 'number'))
  if (!Number.isFinite(major)) return undefined
  const anyMinor = { major, minor: Number.POSITIVE_INFINITY }
  return { version: anyMinor, evidence: { pointer: '/adcp/major_versions', value: majors ?? null } }
}

function newest(versions: readonly Version[]): Version | undefined {
  return versions.toSorted((a, b) => (isBefore(a, b) ? -1 : 1)).at(-1)
}

function listed(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

function parse(text: string): Version | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)(?:[.-]|$)/.exec(text) ?? []
  return major === undefined ? undefined : { major: Number(major), minor: Number(minor) }
}

function isBefore(a: Version, b: Version): boolean {
  return a.major === b.major ? a.minor < b.minor : a.major < b.major
}

function notApplicable(detail: string, evidence?: GateEvidence): StepVerdict {
  return { status: 'not_applicable', reason: 'not_applicable', detail, ...(evidence ? { evidence } : {}) }
}

function blocked(detail: string): StepVerdict {
  return { status: 'blocked', reason: 'authoring_defect', detail }
}
