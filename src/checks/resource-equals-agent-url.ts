import { canonicalUrl } from '../json/agent-url.ts'
import type { Check } from '../model/check.ts'
import { failedAt } from './failed.ts'

/** RFC 9728, section 3.3: a client must not use metadata whose resource is another than the one it asked for. */
export const resourceEqualsAgentUrl: Check<'resource_equals_agent_url', object> = {
  kind: 'resource_equals_agent_url',
  summary: 'The resource that the metadata names is the address of the agent, path included.',
  params: { type: 'object', properties: {} },
  evaluate(_params, evidence) {
    const { agentUrl, payload } = evidence
    const actual = payload?.resource
    if (typeof actual === 'string' && canonicalUrl(actual) === canonicalUrl(agentUrl)) return { status: 'passed' }
    const problem = actual === undefined ? 'resource is missing' : 'resource is not the address of the agent'
    return failedAt('resource', evidence, problem, agentUrl, actual)
  },
}
