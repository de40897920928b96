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
import { unvalidated } from './unvalidated.ts'
import { toolResult, type Wire } from './wire.ts'

/** What an MCP server is called and which tasks it has; those of the governance agent where nothing is said. */
export interface Offer {
  readonly name: string
  readonly tasks: readonly string[]
}

const ofGovernanceAgent: Offer = { name: 'reference-governance-agent', tasks: governanceTasks }

/** The agent as an MCP server for one session. What is allowed in a request the agent says itself, in AdCP's words. */
export function mcpServer(
  agent: Pick<GovernanceAgent, 'handle'>,
  wire: Wire = {},
  { name, tasks }: Offer = ofGovernanceAgent,
): Server {
  const server = new Server({ name, version: '3.0' }, { capabilities: { tools: {} }, jsonSchemaValidator: unvalidated })
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tasks.map(toolFor) }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { authInfo }): Promise<CallToolResult> => {
    if (!tasks.includes(params.name)) throw new McpError(ErrorCode.InvalidParams, `no tool ${params.name}`)
    const args: unknown = params.arguments ?? {}
    const reply = await agent.handle(params.name, isJsonObject(args) ? args : {}, authInfo?.clientId ?? 'anonymous')
    return (wire.toolResult ?? toolResult)(reply)
  })
  return server
}

function toolFor(name: string): Tool {
  return { name, description: `AdCP 3.0 task ${name}.`, inputSchema: { type: 'object', additionalProperties: true } }
}
