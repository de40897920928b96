import type { JsonObject } from '../../model/json.ts'
import type { RunEvent } from '../../model/run-event.ts'
import { machineReport } from '../json.ts'
import { jsonText } from '../json-text.ts'
import { stepResult } from '../machine-step.ts'

/** One event as one line of JSON, with its line end; for readers that want to know while the run goes on. */
export function ndjsonLine(event: RunEvent): string {
  return `${jsonText(recordOf(event))}\n`
}

function recordOf(event: RunEvent): JsonObject {
  switch (event.kind) {
    case 'contacting':
      return { event: event.kind, url: event.url }
    case 'run_started':
      return { event: event.kind, tools: event.agent.tools, storyboards: event.storyboards, steps: event.steps }
    case 'storyboard_started':
      return { event: event.kind, storyboard_id: event.id, title: event.title, steps: event.steps }
    case 'step_started':
      return { event: event.kind, address: event.address, task: event.task }
    case 'step_finished':
      return { event: event.kind, step: stepResult(event.step, new Map()) }
    case 'storyboard_finished':
      return { event: event.kind, storyboard_id: event.storyboard.id, status: event.storyboard.status }
    case 'run_finished':
      return { event: event.kind, ...summaryOf(machineReport(event.report)) }
    default:
      return event satisfies never
  }
}

function summaryOf({ run_id, verdict, scope, counts, requirements }: JsonObject): JsonObject {
  return { run_id, verdict, scope, counts, requirements } as JsonObject
}
