import type { AgentCard } from '@a2a-js/sdk'
import { governanceTasks } from '../governance-agent/agent.ts'

/** What the agent tells of itself to whoever speaks A2A. `base` ends in a slash; the agent answers right there. */
export function agentCard(base: string): AgentCard {
  return {
    protocolVersion: '0.3.0',
    name: 'reference-governance-agent',
    description: 'The governance agent that comes with adcp-gov-comply.',
    url: base,
    preferredTransport: 'JSONRPC',
    version: '3.0',
    capabilities: { streaming: false, pushNotifications: false },
    defaultInputModes: ['application/json'],
    defaultOutputModes: ['application/json'],
    skills: governanceTasks.map((name) => ({ id: name, name, description: `AdCP task ${name}.`, tags: ['adcp'] })),
  }
}
