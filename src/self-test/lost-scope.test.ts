import { expect, it } from 'vitest'
import { conformantParts } from '../reference/governance-agent/parts.ts'
import { prepare } from '../run.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { agentOf, runAgainst } from './agents.ts'

/** The reference agent, claiming that it answers no retry from memory. */
const claimingLess = {
  ...conformantParts,
  capabilities: () => ({
    ...conformantParts.capabilities(),
    adcp: { major_versions: [3], idempotency: { supported: false } },
  }),
}

it('an agent that claims less loses scope, and gains nothing', async () => {
  const prepared = await prepare('3.0', { kind: 'profile', id: 'governance-agent-core@3.0' })
  const keys = await generateGovernanceKeys('k')
  const whole = await runAgainst(agentOf(prepared, keys, conformantParts), prepared)
  const less = await runAgainst(agentOf(prepared, keys, claimingLess), prepared)
  const all = prepared.scope.requirements.length
  const lost = less.counts.requirements.not_applicable
  expect(lost).toBeGreaterThan(0)
  expect(whole.verdict).not.toHaveProperty('lostScope')
  expect(less.counts.requirements.satisfied).toBe(whole.counts.requirements.satisfied - lost)
  expect(less.verdict.status).toBe('conformant')
  expect(less.verdict.reason).toContain(`${all - lost} of ${all} requirements apply; `)
  expect(less.verdict.reason).toContain(`lost scope: ${lost} of ${all} not applicable, because the agent declares`)
  expect(less.verdict.lostScope).toEqual([
    {
      reason: expect.stringContaining('adcp.idempotency.supported as false'),
      evidence: { pointer: '/adcp/idempotency/supported', value: false },
      requirements: less.requirements.filter(({ status }) => status === 'not_applicable').map(({ id }) => id),
    },
  ])
})
