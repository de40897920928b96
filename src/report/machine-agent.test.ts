import { expect, it } from 'vitest'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { RunReport } from '../model/run-report.ts'
import { agentRecord as recordOf } from './machine-agent.ts'
import { schemaErrors } from './report-schema.fixture.ts'
import { richReport } from './rich-report.fixture.ts'

const { agent = {} as AgentProfile, ...unreached } = richReport()
const agentRecord = ({ agent, target }: RunReport) => recordOf(agent, target)
const reportOf = (more: Partial<AgentProfile>): RunReport => ({ ...unreached, agent: { ...agent, ...more } })

it('shows an agent of ordinary size whole', () => {
  expect(agentRecord(reportOf({ capabilities: { a: 1 } }))).toEqual({
    url: 'http://127.0.0.1:3999/mcp',
    protocol: 'mcp',
    server: { name: 'Acme \u001b[32mgovernance\u001b[0m', version: '1.2' },
    tools: ['sync_plans', 'check_governance'],
    supported_protocols: ['governance'],
    specialisms: ['governance-spend-authority'],
    experimental_features: [],
    capabilities: { a: 1 },
  })
})

it('shows the start of endless lists, and counts what is left out', () => {
  const names = (count: number) => Array.from({ length: count }, (_, i) => `name_${i}`)
  const endless = reportOf({ tools: names(5000), specialisms: names(201), supportedProtocols: names(200) })
  const record = agentRecord(endless)
  expect(record.tools).toEqual(names(200))
  expect(record.left_out).toEqual({ tools: 4800, specialisms: 1 })
  expect(schemaErrors(endless)).toEqual([])
})

it('cuts endless names and endless capabilities', () => {
  const long = 'x'.repeat(300_000)
  const record = agentRecord(reportOf({ tools: [long], server: { name: long }, capabilities: { long } }))
  expect(record.tools).toEqual([`${'x'.repeat(200)}… (299800 more characters)`])
  expect(JSON.stringify(record).length).toBeLessThan(300_000)
  expect(record.capabilities).toMatchObject({ cut: { bytes: 300_011, kept_bytes: 262_144 } })
})

it('says only where it was asked of an agent that was not reached', () => {
  expect(agentRecord(unreached)).toEqual({ url: 'http://127.0.0.1:3999/mcp', protocol: 'mcp' })
})
