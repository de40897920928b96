import { beforeAll, describe, expect, it } from 'vitest'
import { equalJson } from '../../json/equal.ts'
import { shippedRequirements } from '../../load/shipped.ts'
import type { Json } from '../../model/json.ts'
import { conformantSeller, type SellerParts } from '../seller/parts.ts'
import { cornerFaults } from './corners/index.ts'
import { depthFaults } from './depths/index.ts'
import { sellerFaults } from './index.ts'
import { sellerProbes } from './probes.fixture.ts'

let sound: Readonly<Record<string, Json>>
beforeAll(async () => {
  sound = await observe(() => conformantSeller)
})

/** New parts for each probe: what a fault remembers, it remembers for one seller. */
async function observe(parts: () => SellerParts): Promise<Readonly<Record<string, Json>>> {
  const seen: Record<string, Json> = {}
  for (const [name, probe] of Object.entries(sellerProbes)) seen[name] = asJson(await probe(parts()))
  return seen
}

/** undefined becomes null, so that an absent answer can be compared too. */
function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json
}

/** What a fault changes beside the requirement that it breaks: the same fact, seen by another probe. */
const alsoSeen: Readonly<Record<string, readonly string[]>> = {
  'lists-no-status': ['GOV-SE-003'],
  'adds-governance-agents': ['GOV-SE-007'],
  'echoes-credentials': ['GOV-SE-001'],
  'trusts-any-issuer': ['GOV-SE-029'],
  'asks-without-a-plan-of-delivery': ['GOV-SE-014'],
  'changes-without-asking': ['GOV-SE-020'],
  'reports-no-delivery': ['GOV-SE-045'],
  'never-asks-governance': [
    'GOV-SE-002',
    'GOV-SE-007',
    'GOV-SE-009',
    'GOV-SE-010',
    'GOV-SE-011',
    'GOV-SE-012',
    'GOV-SE-013',
    'GOV-SE-014',
    'GOV-SE-015',
    'GOV-SE-039',
    'GOV-SE-040',
    'GOV-SE-042',
    'GOV-SE-044',
    'GOV-SE-048',
    'GOV-SE-052',
    'GOV-SE-055',
    'GOV-SE-057',
  ],
  'calls-denials-policy': ['GOV-SE-011', 'GOV-SE-055'],
  'activates-signals-without-asking': ['GOV-SE-012'],
  'grants-rights-without-asking': ['GOV-SE-011', 'GOV-SE-042'],
  'sells-when-governance-is-silent': ['GOV-SE-015'],
  'keeps-what-was-denied': ['GOV-SE-015'],
  'loses-what-it-sold': ['GOV-SE-020', 'GOV-SE-042', 'GOV-SE-044', 'GOV-SE-045'],
}

const requirements = await shippedRequirements()

/** Those that are faults at the version that the probes speak; at-3.1.test.ts has the others. */
const faultsAt3_0 = sellerFaults.filter(({ requirement: broken }) =>
  requirements.some(({ id, versions }) => id === broken && versions.includes('3.0')),
)
/** Those around a corner, and those further in, have tests of their own. */
const corners: ReadonlySet<string> = new Set([...cornerFaults, ...depthFaults].map(({ id }) => id))
const onTheMainRoad = faultsAt3_0.filter(({ id }) => !corners.has(id))

it.each(onTheMainRoad.map((fault) => [fault.id, fault] as const))('%s is seen where it is wrong', async (id, fault) => {
  const seen = await observe(() => fault.break(conformantSeller))
  const changed = Object.keys(seen).filter((name) => !equalJson(seen[name], sound[name]))
  expect(changed.sort()).toEqual([...(alsoSeen[id] ?? []), fault.requirement].sort())
})

describe('the list of faults', () => {
  it('has no id twice', () => {
    const ids = sellerFaults.map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) < at)).toEqual([])
  })
  it('breaks every demand of 3.0 and 3.1 that can be seen', () => {
    const broken = new Set(sellerFaults.map(({ requirement }) => requirement))
    const graded = (versions: readonly string[]) => versions.includes('3.0') || versions.includes('3.1')
    const inForce = requirements.filter(
      ({ role, versions, unseen }) => role === 'seller' && graded(versions) && unseen === undefined,
    )
    expect(inForce.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([])
    expect([...broken].filter((id) => !inForce.some((one) => one.id === id))).toEqual([])
  })
  it('has a probe for each of 3.0', () => {
    const wanted = new Set(faultsAt3_0.map(({ requirement }) => requirement))
    expect(Object.keys(sellerProbes).sort()).toEqual([...wanted].sort())
  })
})
