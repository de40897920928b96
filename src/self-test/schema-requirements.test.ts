import { beforeAll, describe, expect, it } from 'vitest'
import { faults } from '../reference/faults/index.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { prepare } from '../run.ts'
import { violatedIn } from '../suite.fixture.ts'
import { type GovernanceKeys, generateGovernanceKeys } from '../token/keys.ts'
import { agentWith, runAgainst } from './agents.ts'

const prepared: Prepared = await prepare('3.0', { kind: 'profile', id: 'governance-agent@3.0' })
/** The rules about the shape of replies; those about requests are seen by other means. */
const shapes = new Set(
  [...prepared.scope.catalogue.values()].flatMap(({ id, response_schema: places }) => (places ? [id] : [])),
)
const wrongShapes = faults.filter(({ requirement }) => shapes.has(requirement))

let keys: GovernanceKeys
beforeAll(async () => {
  keys = await generateGovernanceKeys('self-test')
})

describe('a reply of the wrong shape violates the rule that speaks of it, and no other rule of shape', () => {
  it.each(wrongShapes.map((fault) => [fault.id, fault] as const))('%s', { timeout: 30_000 }, async (_id, fault) => {
    const report = await runAgainst(agentWith(prepared, keys, fault), prepared)
    const warned = report.verdict.status === 'conformant'
    expect(violatedIn(report).filter((id) => shapes.has(id))).toEqual(warned ? [] : [fault.requirement])
  })
})

/** Between them they have a reply of each task, in each shape. */
const names = ['denial', 'conditions', 'budget', 'audit-trail'].map((name) => `governance_agent/${name}`)

describe('an agent whose replies have the right shape', () => {
  const others = faults.filter(({ requirement }) => prepared.scope.requirements.includes(requirement))
  const wellShaped = others.filter(({ requirement, id }) => !shapes.has(requirement) && !id.startsWith('facade-'))

  it('violates no rule of shape, whatever else it does wrong', { timeout: 120_000 }, async () => {
    const few = await prepare('3.0', { kind: 'storyboards', names })
    const blamed: string[] = []
    for (const fault of wellShaped) {
      const report = await runAgainst(agentWith(few, keys, fault), few)
      blamed.push(...violatedIn(report).flatMap((id) => (shapes.has(id) ? [`${fault.id} ${id}`] : [])))
    }
    expect(blamed).toEqual([])
  })
})
