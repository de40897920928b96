import type { Exchange } from '../../model/exchange.ts'
import type { Decided, PlannedStep } from '../../model/plan.ts'
import type { BlockedReason, GateEvidence, NotApplicableReason, ValidationResult } from '../../model/verdict.ts'
import type { WebhookDelivery } from '../../model/webhook.ts'
import type { StepSetting } from '../step-setting.ts'

/** A kind of step that is no call of an AdCP task: it waits, probes or asserts. One object, one file. */
export interface PseudoTask {
  /** The value authors write in `task`. */
  readonly task: string
  /** May wait and ask; never rejects for what the agent did. */
  perform(planned: PlannedStep, setting: StepSetting): Promise<Performed>
}

export type Performed =
  /** Cannot or need not be done in this run. */
  | { readonly kind: 'decided'; readonly decided: Decided }
  /** Graded by what the task itself found, and by the step's own validations when there is an exchange to look at. */
  | {
      readonly kind: 'performed'
      readonly found: readonly ValidationResult[]
      readonly exchange?: Exchange
      /** All exchanges, when there were several. */
      readonly siblings?: readonly Exchange[]
      /** Its validations look at what the storyboard has come to, and need no exchange. */
      readonly looksAt?: 'storyboard'
      /** The webhooks that it looked at. */
      readonly deliveries?: readonly WebhookDelivery[]
    }

export function blockedBy(reason: BlockedReason, detail: string): Performed {
  return { kind: 'decided', decided: { verdict: { status: 'blocked', reason, detail }, validations: [] } }
}

export function notApplicable(reason: NotApplicableReason, detail: string, evidence?: GateEvidence): Performed {
  const verdict = { status: 'not_applicable', reason, detail, ...(evidence && { evidence }) } as const
  return { kind: 'decided', decided: { verdict, validations: [] } }
}
