import type { Exchange } from '../../model/exchange.ts'
import type { PlannedStep } from '../../model/plan.ts'
import type { ValidationResult } from '../../model/verdict.ts'
import { type BindingFinding, judgeBindings } from '../../substitution/judge-bindings.ts'
import { trackerUrls } from '../../substitution/tracker-urls.ts'
import type { StepSetting } from '../step-setting.ts'
import { bindingsOf } from './catalog-bindings.ts'
import { fault, held } from './found.ts'
import { previewOf } from './preview.ts'
import { blockedBy, type Performed, type PseudoTask } from './pseudo-task.ts'
import { StepFields } from './step-fields.ts'

const task = 'expect_substitution_safe'

/** Looks into the preview of the step before for catalog values in addresses (storyboard-schema, expect_substitution_safe). */
export const expectSubstitutionSafe: PseudoTask = {
  task,
  async perform(planned, setting) {
    const previous = stepBefore(planned, setting)
    if (previous?.reply.kind !== 'task' || previous.reply.error || previous.reply.interim)
      return blockedBy('prerequisite_failed', 'the step before it gave no result with a preview')
    const fields = new StepFields(planned.step)
    const preview = await previewOf(fields, previous, setting.run)
    if ('fault' in preview) return { kind: 'performed', found: [preview.fault], exchange: previous }
    if ('kind' in preview) return preview
    return await graded(fields, preview.html, planned, setting)
  },
}

/** What the step right before was answered; nothing when it was not sent, whatever was answered earlier. */
function stepBefore(planned: PlannedStep, { state }: StepSetting): Exchange | undefined {
  const { steps } = state.board
  const before = steps[steps.findIndex(({ address }) => address === planned.address) - 1]
  return before && state.earlier(before.step.id)
}

async function graded(
  fields: StepFields,
  html: string,
  planned: PlannedStep,
  setting: StepSetting,
): Promise<Performed> {
  const bindings = await bindingsOf(fields, setting)
  if ('kind' in bindings) return bindings
  const every = fields.flag('require_every_binding_observed', fields.flag('require_all_bindings_observed', true))
  const template = fields.text('macro_template') ?? bindings.list[0]?.macro ?? ''
  const findings = judgeBindings(bindings.list, template, trackerUrls(html))
  const left = findings.filter((one) => every || one.fault !== 'substitution_binding_missing')
  const found = left.map((one) => resultOf(one, bindings.own))
  if (found.length > 0) return { kind: 'performed', found }
  return blockedBy('nothing_evaluated', `none of the values of ${planned.step.id} is in the preview`)
}

function resultOf(finding: BindingFinding, own: ReadonlySet<string>): ValidationResult {
  const { binding, fault: mode, message = '', observed } = finding
  const description = `${binding.macro} with the value ${binding.name} is encoded in the addresses of the preview`
  if (mode === undefined) return held(task, description)
  // What an author wrote in the storyboard may be somebody's secret way in; the official values are public.
  const isOwn = own.has(binding.name)
  return fault(mode, {
    description,
    message: `${binding.name}: ${message}`,
    expected: binding.expected,
    actual: isOwn ? null : observed ? { value: observed.value, url: observed.url } : null,
  })
}
