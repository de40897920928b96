import { beforeAll, describe, expect, it } from 'vitest'
import { equalJson } from '../../json/equal.ts'
import type { Json } from '../../model/json.ts'
import { type AgentParts, conformantParts } from '../governance-agent/parts.ts'
import { changes } from './changes.fixture.ts'
import { changesOnTheEdges } from './changes-on-the-edges.fixture.ts'
import { facades } from './facades/index.ts'
import { type Fault, faults } from './index.ts'
import type { Probe } from './probe-bed.fixture.ts'
import { decisionProbes } from './probes-decisions.fixture.ts'
import { edgeProbes } from './probes-edges.fixture.ts'
import { pathProbes } from './probes-paths.fixture.ts'
import { publishedProbes } from './probes-published.fixture.ts'
import { tokenProbes } from './probes-token.fixture.ts'
import { wordProbes } from './probes-words.fixture.ts'

const probes: Readonly<Record<string, Probe>> = {
  ...decisionProbes,
  ...pathProbes,
  ...wordProbes,
  ...tokenProbes,
  ...publishedProbes,
  ...edgeProbes,
}
let sound: Readonly<Record<string, Json>>

beforeAll(async () => {
  sound = await observe(conformantParts)
})

async function observe(parts: AgentParts): Promise<Readonly<Record<string, Json>>> {
  const seen: Record<string, Json> = {}
  for (const [name, probe] of Object.entries(probes)) seen[name] = asJson(await probe(parts))
  return seen
}

/** undefined becomes null, so that an absent answer can be compared too. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json
}

async function changedBy(fault: Fault): Promise<readonly string[]> {
  const seen: Record<string, Json> = {}
  for (const [name, probe] of Object.entries(probes)) seen[name] = asJson(await probe(fault.break(conformantParts)))
  return Object.keys(seen).filter((name) => !equalJson(seen[name], sound[name]))
}

describe('a fault changes what it says, and nothing else', () => {
  const small: readonly Fault[] = faults.filter(({ id }) => !id.startsWith('facade-'))
  it.each(small.map((fault) => [fault.id, fault] as const))('%s', async (id, fault) => {
    expect(await changedBy(fault)).toEqual([...(changes[id] ?? []), ...(changesOnTheEdges[id] ?? [])])
  })
})

describe('a façade gets most decisions wrong, and keeps its manners', () => {
  it.each(facades.map((fault) => [fault.id, fault] as const))('%s', async (_id, fault) => {
    const changed = await changedBy(fault)
    expect(changed.filter((name) => name in decisionProbes).length).toBeGreaterThan(2)
    expect(changed.filter((name) => /context of|shape of a synced|replayed sync/.test(name))).toEqual([])
  })
})

describe('the list of faults', () => {
  it('has an id of its own, a requirement and a sentence for each', () => {
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length)
    for (const { id, requirement, title } of faults) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(requirement).toMatch(/^GOV-GA-\d{3}$/)
      expect(title).toMatch(/^[A-Z].*\.$/)
    }
  })
})
