import { expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import { evidence, httpError, result } from './evidence.fixture.ts'
import { resourceEqualsAgentUrl } from './resource-equals-agent-url.ts'

const agentUrl = 'https://agent.test/mcp'
const grade = (resource: Json) => resourceEqualsAgentUrl.evaluate({}, evidence(result({ resource }), { agentUrl }))

it.each([agentUrl, 'HTTPS://AGENT.test:443/mcp', 'https://agent.test/mcp/'])('passes for %s', (resource) => {
  expect(grade(resource)).toEqual({ status: 'passed' })
})

it.each<Json>([
  'https://agent.test',
  'https://agent.test/MCP',
  'http://agent.test/mcp',
  'https://auth.test/mcp',
  '',
  null,
  7,
  [agentUrl],
])('fails for %j', (resource) => {
  expect(grade(resource)).toEqual({
    status: 'failed',
    message: 'resource is not the address of the agent',
    pointer: '/resource',
    expected: agentUrl,
    actual: resource,
  })
})

it('fails when there is no resource, and no document', () => {
  expect(resourceEqualsAgentUrl.evaluate({}, evidence(result({})))).toMatchObject({ message: 'resource is missing' })
  expect(resourceEqualsAgentUrl.evaluate({}, evidence(httpError(404)))).toMatchObject({
    status: 'failed',
    pointer: null,
  })
})
