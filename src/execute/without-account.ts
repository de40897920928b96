import { readPath } from '../json/path.ts'
import type { Json } from '../model/json.ts'
import type { Decided, PlannedStep } from '../model/plan.ts'
import { blocked } from './not-sent.ts'
import { agentFor } from './speaker.ts'
import type { StepSetting } from './step-setting.ts'

const accountInKit = /\$test_kit\.(governance\.seller\.(?:ungoverned_)?account)\b/

/**
 * The test kit describes an account of the seller by brand and operator, and the seller takes no declarations of accounts: it gives
 * them itself, and only the operator of the run can know their ids (core/account-ref.json, explicit accounts). A governance agent is told
 * of accounts and has none.
 */
export function withoutAccount(planned: PlannedStep, setting: StepSetting): Decided | undefined {
  const { run, state } = setting
  const path = accountInKit.exec(JSON.stringify(planned.step.sample_request ?? {}))?.[1]
  if (path === undefined || run.schemas.task(planned.task)?.protocol === 'governance') return undefined
  if (agentFor(planned, setting)?.tools.includes('sync_accounts') !== false) return undefined
  const kit = (state.board.kit?.value ?? null) as Json
  if (readPath(kit, `${path}.account_id`) !== undefined) return undefined
  const detail = `the seller offers no sync_accounts, so it gives accounts itself: write { account_id: … } under ${path} in the test kit`
  return blocked('requirement_unmet', detail)
}
