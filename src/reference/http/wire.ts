import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { TaskResult } from '../governance-agent/agent.ts'

/** How replies travel, where MCP and AdCP leave a choice. */
export interface Wire {
  /** As server-sent events; otherwise as JSON. */
  readonly eventStream?: boolean
  /** The tool result that carries a reply; otherwise structuredContent, and the same as text. */
  toolResult?(reply: TaskResult): CallToolResult
}

export function toolResult({ payload, isError }: TaskResult): CallToolResult {
  const text = JSON.stringify(payload)
  return { structuredContent: { ...payload }, content: [{ type: 'text', text }], ...(isError ? { isError } : {}) }
}
