import { createRequire } from 'node:module'
import { afterEach, expect, it } from 'vitest'
import { runSuite, violatedIn } from '../suite.fixture.ts'

/** The governance agent stub of the official SDK: it approves everything and keeps nothing. docs/strangers.md explains each breakage. */
interface Stub {
  start(): Promise<{ url: string }>
  stop(): Promise<void>
}
const { GovernanceAgentStub } = createRequire(import.meta.url)('@adcp/sdk/testing') as {
  GovernanceAgentStub: new () => Stub
}

const stub = new GovernanceAgentStub()
afterEach(() => stub.stop())

it('the official stub is nonconformant, by its own doing', async () => {
  const { url } = await stub.start()
  const report = await runSuite(url)
  const status = Object.fromEntries(report.requirements.map((requirement) => [requirement.id, requirement.status]))
  expect(report.verdict.status).toBe('nonconformant')
  expect(violatedIn(report)).toEqual(
    expect.arrayContaining(['GOV-GA-010', 'GOV-GA-012', 'GOV-GA-016', 'GOV-GA-040', 'GOV-GA-068', 'GOV-GA-160']),
  )
  expect(report.counts.steps).toMatchObject({ errored: 0, not_applicable: 0 })
  // What it does do right is not taken from it.
  expect(status).toMatchObject({
    'GOV-GA-001': 'satisfied',
    'GOV-GA-002': 'satisfied',
    'GOV-GA-005': 'satisfied',
    'GOV-GA-009': 'satisfied',
    'GOV-GA-067': 'satisfied',
    'GOV-GA-074': 'satisfied',
  })
})
