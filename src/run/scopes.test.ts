import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testIo } from '../cli/io.fixture.ts'
import { serveReference } from '../cli/reference-agent.ts'
import type { RunReport } from '../model/run-report.ts'
import type { ServedAgent } from '../reference/serve.ts'
import type { RunOptions } from '../run.ts'
import { runSuite } from '../suite.fixture.ts'

let agent: ServedAgent
beforeAll(async () => {
  agent = await serveReference({ port: 0 }, testIo())
})
afterAll(() => agent.close())

const runOf = (scope: RunOptions['scope'], more: Partial<RunOptions> = {}) => runSuite(agent.url, { scope, ...more })

function verdictsOf({ storyboards }: RunReport) {
  return storyboards.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps.map(({ verdict }) => verdict)))
}

async function runText(text: string, more: Partial<RunOptions> = {}): Promise<RunReport> {
  const file = join(await mkdtemp(join(tmpdir(), 'scope-')), 'board.yaml')
  await writeFile(file, `${text}\nphases:\n  - id: p\n    steps:\n      - {id: s, task: get_adcp_capabilities}\n`)
  return runOf({ kind: 'storyboards', names: [file] }, more)
}

describe('the official suite', () => {
  it('runs what applies by the claims of the agent, and says why the rest does not', async () => {
    const report = await runOf({ kind: 'suite', id: 'official' })
    expect(report.scope).toMatchObject({ kind: 'suite', id: 'official@3.0.6' })
    const statuses = new Map(report.storyboards.map(({ id, status }) => [id, status]))
    expect(statuses.get('capability_discovery')).toBe('passed')
    expect(statuses.get('governance_spend_authority/denied')).toBe('passed')
    expect(statuses.get('error_compliance')).toBe('not_applicable')
    expect(statuses.has('sales_guaranteed')).toBe(false)
    expect(report.notSelected).toContainEqual({
      storyboard: 'sales_guaranteed',
      reason: 'for the specialism sales-guaranteed, which the agent does not claim',
    })
    expect(verdictsOf(report).filter(({ status }) => status === 'errored')).toEqual([])
  })
})

describe('a storyboard', () => {
  it('by the address of a step ends with it', async () => {
    const report = await runOf({ kind: 'storyboards', names: ['governance_agent/denial/register/sync_plan'] })
    expect(verdictsOf(report)).toEqual([{ status: 'passed' }])
    expect(report.notSelected).toHaveLength(1)
  })

  it('whose scenario is not there is not run, and nothing is proven by it', async () => {
    const report = await runText('id: x\nrequires_scenarios: [nowhere/one]')
    expect(verdictsOf(report)).toEqual([
      {
        status: 'blocked',
        reason: 'requirement_unmet',
        detail:
          'unresolved_scenario_reference: requires_scenarios reference "nowhere/one" did not resolve against the source tree',
      },
    ])
    expect(report.verdict.status).toBe('incomplete')
  })

  it('that counts on seeded state runs when the operator vouches for it', async () => {
    const text = 'id: x\nrequires: [seeded_state]'
    expect(verdictsOf(await runText(text))).toMatchObject([{ status: 'blocked', reason: 'requirement_unmet' }])
    expect(verdictsOf(await runText(text, { seededState: true }))).toEqual([{ status: 'passed' }])
  })

  it('of a later release does not apply', async () => {
    expect(verdictsOf(await runText('id: x\nintroduced_in: "3.1"'))).toMatchObject([{ status: 'not_applicable' }])
  })
})
