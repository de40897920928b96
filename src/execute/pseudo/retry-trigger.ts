import { AuthoringDefect } from '../../errors.ts'
import type { Step } from '../../model/storyboard.ts'
import { StepFields } from './step-fields.ts'

const allowed = [429, 500, 502, 503, 504]

/**
 * How often, and with what, the receiver turns deliveries away.
 * @throws AuthoringDefect beyond what webhook-receiver-runner allows: a slip must not turn the run into a flood
 */
export function retryTrigger(step: Step): { readonly count: number; readonly status: number } {
  const fields = new StepFields(new StepFields(step).object('retry_trigger'))
  const count = fields.count('count', 3, { most: 10 })
  const status = fields.count('http_status', 503, { least: 100, most: 599 })
  if (!allowed.includes(status))
    throw new AuthoringDefect(`retry_trigger.http_status must be one of ${allowed.join(', ')}`)
  return { count, status }
}
