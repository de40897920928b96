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
import { toolResult, type Wire } from './wire.ts'

/** The agent as an MCP server for one session. What is allowed in a request the agent says itself, in AdCP's words. */
export function mcpServer(agent: GovernanceAgent, wire: Wire = {}): Server {
  const server = new Server({ name: 'reference-governance-agent', version: '3.0' }, { capabilities: { tools: {} } })
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { authInfo }): Promise<CallToolResult> => {
    if (!governanceTasks.includes(params.name)) throw new McpError(ErrorCode.InvalidParams, `no tool ${params.name}`)
    const args: unknown = params.arguments ?? {}
    const reply = await agent.handle(params.name, isJsonObject(args) ? args : {}, authInfo?.clientId ?? 'anonymous')
    return (wire.toolResult ?? toolResult)(reply)
  })
  return server
}

const tools: Tool[] = governanceTasks.map((name) => ({
  name,
  description: `AdCP 3.0 task ${name}.`,
  inputSchema: { type: 'object', additionalProperties: true },
}))
