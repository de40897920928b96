import type { Check, Outcome } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { a2aExchangeOf, a2aResultOf, lastData, taskState } from './a2a-task.ts'
import { failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'
import { isText } from './text.ts'

/** The A2A task is done, and its artifact says that the AdCP task is only submitted. */
export const a2aSubmittedArtifact: Check<'a2a_submitted_artifact', object> = {
  kind: 'a2a_submitted_artifact',
  summary: 'Over A2A, a submitted task is a completed Task whose last data part says "submitted".',
  params: { type: 'object', properties: {} },
  evaluate(_params, evidence) {
    if (!a2aExchangeOf(evidence))
      return { status: 'not_applicable', note: 'the call did not go over A2A, and only A2A has such artifacts' }
    const task = a2aResultOf(evidence)
    if (!task) return failedReply(evidence, `no A2A Task came: ${replyInWords(evidence.reply)}`, 'an A2A Task', null)
    return problemOf(task) ?? { status: 'passed' }
  },
}

/** Pointers lead into the A2A result, which has another shape than the AdCP payload within it. */
function problemOf(task: JsonObject): Outcome | undefined {
  if (task.kind !== undefined && task.kind !== 'task')
    return wrong('the A2A result is no Task', '/kind', 'task', task.kind)
  if (!isText(task.id)) return wrong('the Task has no id', '/id', 'a Task id', task.id)
  if (!isText(task.contextId)) return wrong('the Task has no contextId', '/contextId', 'a context id', task.contextId)
  const state = taskState(task)
  if (state !== 'completed') return wrong('the Task is not completed', '/status/state', 'completed', state)
  const status = lastData(task)?.status
  if (status === 'submitted') return undefined
  return wrong('the last data part does not say "submitted"', '/artifacts/0/parts', 'submitted', status)
}

function wrong(message: string, pointer: string, expected: Json, actual: Json | undefined): Outcome {
  return { status: 'failed', message, pointer, expected, actual: actual ?? null }
}
