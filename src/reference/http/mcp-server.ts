import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js'
import { isJsonObject } from '../../model/json.ts'
import { type GovernanceAgent, governanceTasks } from '../governance-agent/agent.ts'

/** The agent as an MCP server for one session. What is allowed in a request the agent says itself, in AdCP's words. */
export function mcpServer(agent: GovernanceAgent): Server {
  const server = new Server({ name: 'reference-governance-agent', version: '3.0' }, { capabilities: { tools: {} } })
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { authInfo }): Promise<CallToolResult> => {
    if (!governanceTasks.includes(params.name)) throw new McpError(ErrorCode.InvalidParams, `no tool ${params.name}`)
    const args: unknown = params.arguments ?? {}
    const { payload, isError } = await agent.handle(
      params.name,
      isJsonObject(args) ? args : {},
      authInfo?.clientId ?? 'anonymous',
    )
    const text = JSON.stringify(payload)
    return { structuredContent: { ...payload }, content: [{ type: 'text', text }], ...(isError ? { isError } : {}) }
  })
  return server
}

const tools: Tool[] = governanceTasks.map((name) => ({
  name,
  description: `AdCP 3.0 task ${name}.`,
  inputSchema: { type: 'object', additionalProperties: true },
}))
