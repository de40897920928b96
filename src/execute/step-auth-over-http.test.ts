import { expect, it, onTestFinished } from 'vitest'
import { scratchFolder } from '../load/scratch-folder.fixture.ts'
import { testBed } from '../reference/agent.fixture.ts'
import { serveGovernanceAgent } from '../reference/serve.ts'
import { runSuite } from '../suite.fixture.ts'

const key = 'demo-scratch-kit-key-v1'
const kit = `id: scratch\nname: Scratch\nauth:\n  api_key: ${key}\n  probe_task: get_adcp_capabilities\n`
const storyboard = `
id: security_probe
title: "Credentials are looked at"
phases:
  - id: unauthenticated
    title: "No credentials"
    steps:
      - id: none
        title: "No credentials"
        task: "$test_kit.auth.probe_task"
        task_default: get_adcp_capabilities
        auth: none
        expect_error: true
        negative_path: schema_invalid
        sample_request: {}
        validations:
          - { check: http_status_in, allowed_values: [401, 403], description: "refused" }
  - id: api_key
    title: "API key"
    optional: true
    skip_if: "!test_kit.auth.api_key"
    branch_set: { id: verified, semantics: any_of }
    steps:
      - id: valid
        title: "The key of the kit"
        task: "$test_kit.auth.probe_task"
        task_default: get_adcp_capabilities
        auth: { type: api_key, from_test_kit: true }
        sample_request: {}
        validations:
          - { check: http_status, value: 200, description: "taken" }
      - id: invalid
        title: "A key that nobody knows"
        task: "$test_kit.auth.probe_task"
        task_default: get_adcp_capabilities
        auth: { type: api_key, value_strategy: random_invalid }
        contributes: true
        contributes_if: "prior_step.valid.passed"
        expect_error: true
        negative_path: schema_invalid
        sample_request: {}
        validations:
          - { check: http_status_in, allowed_values: [400, 401, 403], description: "refused" }
  - id: required
    title: "One way was proven"
    steps:
      - id: assert
        title: "One way was proven"
        task: assert_contribution
        validations:
          - { check: any_of, allowed_values: [verified], description: "one way was proven" }
`

async function probe(bearerTokens?: ReadonlyMap<string, string>) {
  const folder = await scratchFolder({ 'board.yaml': storyboard, 'kit.yaml': kit })
  const served = await serveGovernanceAgent({ port: 0, agent: testBed().agent, ...(bearerTokens && { bearerTokens }) })
  onTestFinished(() => served.close())
  const report = await runSuite(served.url, {
    credentials: bearerTokens ? { token: 'the-token-of-the-run' } : {},
    scope: { kind: 'storyboards', names: [`${folder}/board.yaml`] },
    testKit: `${folder}/kit.yaml`,
  })
  const steps = report.storyboards.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps))
  return { report, statuses: steps.map(({ id, verdict }) => [id, verdict.status]) }
}

it('an agent that refuses wrong credentials when a session is opened passes, and no credential is in the report', async () => {
  const tokens = new Map([
    ['the-token-of-the-run', 'buyer'],
    [key, 'kit'],
  ])
  const { report, statuses } = await probe(tokens)
  expect(statuses).toEqual([
    ['none', 'passed'],
    ['valid', 'passed'],
    ['invalid', 'passed'],
    ['assert', 'passed'],
  ])
  expect(report.verdict.status).toBe('conformant')
  expect(JSON.stringify(report)).not.toMatch(/demo-scratch-kit-key|the-token-of-the-run|invalid-[0-9a-f]{8}/)
})

it('an agent that looks at no credentials fails', async () => {
  const { report, statuses } = await probe()
  expect(statuses).toEqual([
    ['none', 'failed'],
    ['valid', 'passed'],
    ['invalid', 'failed'],
    ['assert', 'failed'],
  ])
  expect(report.verdict.status).toBe('nonconformant')
})
