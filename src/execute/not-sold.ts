import type { Exchange } from '../model/exchange.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { StepVerdict } from '../model/verdict.ts'
import { expectationOf } from './evidence.ts'
import type { StepSetting } from './step-setting.ts'

type Blocked = StepVerdict & { readonly status: 'blocked' }

/** Why a seller may turn down a purchase whatever governance says: the terms, the goods, or the account. */
const termsAlone = [
  'BUDGET_TOO_LOW',
  'PRODUCT_UNAVAILABLE',
  'PRODUCT_EXPIRED',
  'PROPOSAL_NOT_COMMITTED',
  'IO_REQUIRED',
  'ACCOUNT_SETUP_REQUIRED',
  'ACCOUNT_PAYMENT_REQUIRED',
  'ACCOUNT_SUSPENDED',
]

/** And why it may turn down one that nobody has forbidden; of one that was denied it would say that it does not comply. */
const ownReasons = [...termsAlone, 'COMPLIANCE_UNSATISFIED']

/**
 * A governed seller does not sell what the test kit asks for, for a reason of its own, and has sold nothing yet in this storyboard:
 * that says nothing of governance. Once it has sold, the same terms are no excuse.
 */
export function notSoldVerdict(planned: PlannedStep, { reply }: Exchange, { state }: StepSetting): Blocked | undefined {
  if (!isAboutGoverning(state.board.source.value) || !isPurchase(planned)) return undefined
  if (reply.kind !== 'task') return undefined
  const { code, message = '' } = reply.error ?? {}
  if (code === undefined || !reasonsIn(planned, state).includes(code) || hasSold(state)) return undefined
  const said = `the seller does not sell on the terms of the test kit (${code}${message && `: ${message.slice(0, 200)}`})`
  const detail = `${said}; change governance.amounts there, or name under governance.seller what to buy, and on which account`
  return { status: 'blocked', reason: 'requirement_unmet', detail }
}

/** Beside a governance agent nothing may have been sold yet when the first purchase is denied. */
function reasonsIn({ step }: PlannedStep, { board }: StepSetting['state']): readonly string[] {
  const expectation = expectationOf(step)
  if (expectation === 'success') return ownReasons
  return expectation === 'error' && board.source.value.category === 'governed_loop' ? termsAlone : []
}

/** Storyboards of governed sellers, and those of a seller beside a governance agent. */
function isAboutGoverning({ agent, category }: Storyboard): boolean {
  return agent?.interaction_model === 'governed_seller' || category === 'governed_loop'
}

function isPurchase({ task }: PlannedStep): boolean {
  return task === 'create_media_buy'
}

function hasSold(state: StepSetting['state']): boolean {
  return state.board.steps.some((one) => isPurchase(one) && state.verdictOf(one.address)?.status === 'passed')
}
