import type { AgentCard } from '@a2a-js/sdk'
import { A2AError, type A2ARequestHandler, JsonRpcTransportHandler, ServerCallContext } from '@a2a-js/sdk/server'
import type { GovernanceAgent } from '../governance-agent/agent.ts'
import { invocationIn, taskFor } from './a2a-task.ts'
import { RecentTasks } from './a2a-tasks.ts'

/** Answers one JSON-RPC message of A2A for an authenticated principal. */
export type A2aServer = (body: unknown, principal: string) => Promise<object>

/**
 * The agent as an A2A server that does what its card says: it streams nothing and pushes nothing. Each message is answered
 * with a task that is done with. `onBug` is told what callers only learn as an internal error.
 */
export function a2aServer(agent: GovernanceAgent, card: AgentCard, onBug?: (error: unknown) => void): A2aServer {
  const rpc = new JsonRpcTransportHandler(handlerOf(agent, card, onBug))
  return async (body, principal) =>
    await rpc.handle(body, new ServerCallContext(undefined, { isAuthenticated: true, userName: principal }))
}

function handlerOf(agent: GovernanceAgent, card: AgentCard, onBug?: (error: unknown) => void): A2ARequestHandler {
  const tasks = new RecentTasks()
  const asker = (context?: ServerCallContext) => context?.user?.userName ?? 'anonymous'
  return {
    ...notOffered,
    getAgentCard: async () => card,
    async sendMessage({ message }, context) {
      if (!Array.isArray(message?.parts)) throw A2AError.invalidParams('a message with parts is needed')
      const { skill, parameters } = invocationIn(message)
      const result = await agent.handle(skill, parameters, asker(context)).catch((error: unknown) => {
        onBug?.(error)
        throw A2AError.internalError('The agent failed.')
      })
      const task = taskFor(message, result, new Date(agent.clock.now()).toISOString())
      tasks.keep(task, asker(context))
      return task
    },
    async getTask({ id }, context) {
      const task = tasks.find(id, asker(context))
      if (!task) throw A2AError.taskNotFound(id)
      return task
    },
    async cancelTask({ id }, context) {
      throw tasks.find(id, asker(context)) ? A2AError.taskNotCancelable(id) : A2AError.taskNotFound(id)
    },
  }
}

function refuse(): never {
  throw A2AError.unsupportedOperation('This agent does not do that; see its agent card.')
}

const notOffered = {
  getAuthenticatedExtendedAgentCard: async () => refuse(),
  sendMessageStream: refuse,
  resubscribe: refuse,
  setTaskPushNotificationConfig: async () => refuse(),
  getTaskPushNotificationConfig: async () => refuse(),
  listTaskPushNotificationConfigs: async () => refuse(),
  deleteTaskPushNotificationConfig: async () => refuse(),
}
