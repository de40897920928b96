import type { PlannedBoard, PlannedStep } from '../model/plan.ts'

/** Whether a step that will be sent counts on being called back: it gives an address away, or waits for what comes there. */
export function needsWebhooks({ steps }: PlannedBoard): boolean {
  return steps.some((planned) => planned.decided === undefined && isAboutWebhooks(planned))
}

/**
 * A storyboard whose requests hold addresses to be called back at cannot be sent without a receiver (storyboard-schema,
 * unresolved substitution behavior). Another one stays as it is.
 */
export function withoutWebhooks(board: PlannedBoard, why: string): PlannedBoard {
  if (!board.steps.some((planned) => planned.decided === undefined && givesAddress(planned))) return board
  const verdict = { status: 'blocked', reason: 'requirement_unmet', detail: `webhook_receiver; ${why}` } as const
  const steps = board.steps.map((one) => ({ ...one, decided: one.decided ?? { verdict, validations: [] } }))
  return { ...board, steps }
}

function isAboutWebhooks(planned: PlannedStep): boolean {
  return planned.task.startsWith('expect_webhook') || givesAddress(planned)
}

function givesAddress({ step }: PlannedStep): boolean {
  return JSON.stringify(step.sample_request ?? {}).includes('{{runner.webhook_')
}
