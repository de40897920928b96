import type { JsonObject } from '../model/json.ts'
import type { PreviewedBoard, PreviewedStep } from '../plan/preview.ts'
import type { DryRun } from '../run.ts'

/** A dry run for programs, snake_case as in the machine report. */
export function machinePlan({ url, agent, adcp, scope, storyboards, notSelected }: DryRun): JsonObject {
  const contacted = agent ? ['tools/list', 'get_adcp_capabilities'] : []
  return {
    plan_version: '1',
    agent: {
      url,
      contacted_for: contacted,
      ...(agent ? { supported_protocols: agent.supportedProtocols, specialisms: agent.specialisms } : {}),
    },
    adcp: { version: adcp.line, release: adcp.release },
    scope: { ...scope },
    calls: storyboards.reduce((sum, board) => sum + callsOf(board), 0),
    storyboards: storyboards.map((board) => ({
      id: board.id,
      title: board.title,
      calls: callsOf(board),
      seeding_calls: board.seedingCalls,
      steps: board.steps.map(stepOf),
    })),
    not_selected: notSelected.map(({ storyboard, reason }) => ({ storyboard, reason })),
  }
}

/** Calls of tasks, those that seed fixtures among them. */
export function callsOf({ steps, seedingCalls }: PreviewedBoard): number {
  return steps.reduce((sum, { calls }) => sum + calls, seedingCalls)
}

function stepOf(step: PreviewedStep): JsonObject {
  return {
    address: step.address,
    task: step.task,
    calls: step.calls,
    changes_state: step.changesState,
    ...(step.sentAs === undefined ? {} : { sent_as: step.sentAs }),
    ...(step.decided ? { decided: { ...step.decided } } : {}),
    ...(step.request === undefined ? {} : { request: step.request, filled_in_the_run: step.open }),
  }
}
