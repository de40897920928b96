import type { Decided, PlannedStep } from '../model/plan.ts'
import { flagDefect } from './branch-sets.ts'
import { inapplicableSource } from './inapplicable-source.ts'
import { isKnownPrincipal } from './kit-principals.ts'
import { blocked, notApplicable } from './not-sent.ts'
import { outOfReachHold } from './peer/out-of-reach.ts'
import type { StepSetting } from './step-setting.ts'
import { stopReason } from './stop-reason.ts'
import { terminalPage } from './terminal-page.ts'
import { withoutAccount } from './without-account.ts'

/** Why a step is not sent, as things stand now; undefined when it is to be sent. */
export function holdBack(planned: PlannedStep, setting: StepSetting): Decided | undefined {
  const { run } = setting
  if (run.signal.aborted) return blocked(...stopReason(run.signal))
  return (
    defectOf(planned) ??
    withoutPrincipal(planned, setting) ??
    withoutPeer(setting) ??
    (run.silence.gaveUp() ? blocked('no_reply', run.silence.words) : undefined) ??
    withoutAccount(planned, setting) ??
    withoutState(planned, setting) ??
    withoutSource(planned, setting) ??
    terminalPage(planned, setting)
  )
}

function defectOf({ step, phase }: PlannedStep): Decided | undefined {
  const { response_projection: projection } = step
  if (projection !== undefined && projection !== 'raw')
    return blocked('unsupported', `the only response_projection this release knows is raw, not "${projection}"`)
  const defect = flagDefect(step, phase)
  return defect === undefined ? undefined : blocked('authoring_defect', defect)
}

function withoutPrincipal({ step }: PlannedStep, { run, state }: StepSetting): Decided | undefined {
  const owner = step.gov_only_as
  if (owner === undefined || isKnownPrincipal(owner, run, state.board.kit?.value)) return undefined
  return blocked(
    'missing_principal',
    `only the ${owner} can send it: give those credentials with --principal ${owner}=ENVVAR, or as auth.principals.${owner}.api_key in the test kit`,
  )
}

function withoutPeer(setting: StepSetting): Decided | undefined {
  const { run, state } = setting
  if (state.board.source.value.hosts === undefined) return undefined
  if (run.peer === undefined) return blocked('peer_unreachable', 'this run hosts no governance agent')
  const outOfReach = outOfReachHold(setting)
  return outOfReach === undefined ? undefined : blocked('peer_unreachable', outOfReach)
}

/** What stands on something that does not apply does not apply either. */
function withoutState(planned: PlannedStep, { state }: StepSetting): Decided | undefined {
  const missing = state.missingPrerequisite(planned)
  if (missing === undefined) return undefined
  if (state.verdictOf(missing)?.status === 'not_applicable')
    return notApplicable('not_applicable', `it stands on ${missing}, which does not apply`)
  return blocked('prerequisite_failed', `it stands on ${missing}, which did not leave its state`)
}

function withoutSource(planned: PlannedStep, { state }: StepSetting): Decided | undefined {
  const source = inapplicableSource(planned, state)
  return source === undefined
    ? undefined
    : notApplicable('not_applicable', `it needs what ${source} would have given, and that does not apply`)
}
