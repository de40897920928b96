import { randomUUID } from 'node:crypto'
import type { Artifact, Message, Task } from '@a2a-js/sdk'
import { A2AError } from '@a2a-js/sdk/server'
import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { governanceTasks, type TaskResult } from '../governance-agent/agent.ts'

export interface Invocation {
  readonly skill: string
  readonly parameters: JsonObject
}

/**
 * The skill that a message names, with its parameters, in its first DataPart.
 * @throws A2AError when it names none of ours
 */
export function invocationIn({ parts }: Message): Invocation {
  const part = parts.find(({ kind }) => kind === 'data')
  const { skill, parameters } = part?.kind === 'data' ? part.data : {}
  if (typeof skill !== 'string' || !governanceTasks.includes(skill))
    throw A2AError.invalidParams('no such skill: name one in a DataPart {"skill": …, "parameters": …}')
  return { skill, parameters: isJsonObject(parameters) ? parameters : {} }
}

/**
 * The task that a message was answered with; it is done with. What waits for a human goes on as AdCP's own task, whose id
 * stands with the artifact.
 */
export function taskFor({ contextId }: Message, { payload, isError }: TaskResult, timestamp: string): Task {
  return {
    kind: 'task',
    id: randomUUID(),
    contextId: contextId ?? randomUUID(),
    status: { state: isError ? 'failed' : 'completed', timestamp },
    artifacts: [artifactOf(payload, isError)],
  }
}

function artifactOf(payload: JsonObject, isError: boolean): Artifact {
  const { task_id } = payload
  return {
    artifactId: 'result',
    ...(typeof task_id === 'string' && { metadata: { adcp_task_id: task_id } }),
    parts: [
      { kind: 'text', text: isError ? 'That did not work.' : 'Done.' },
      { kind: 'data', data: { ...payload } },
    ],
  }
}
