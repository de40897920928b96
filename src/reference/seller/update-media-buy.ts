import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { iso } from '../governance-agent/instant.ts'
import { objectsIn, textAt } from '../governance-agent/payload.ts'
import { useUp } from './authorise.ts'
import { accountOfBuy, ownBuy } from './own-buy.ts'
import { currencyOf, packageReply, packagesIn } from './packages.ts'
import { totalOf } from './planned-delivery.ts'
import { SellerRefusal } from './refusal.ts'
import type { Account, Authority, MediaBuy, Package } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/** update_media_buy: what changes the commitment of a governed account is approved before it is made. */
export async function updateMediaBuy(args: JsonObject, principal: string, work: SellerWorkings): Promise<JsonObject> {
  const { parts } = work
  const before = ownBuy(args.media_buy_id, principal, work)
  refuseEnded(before)
  refuseOldRevision(args, before)
  const after = changed(before, args, work)
  const account = accountOfBuy(before, work)
  const governed = parts.isGoverned(account, work) && parts.needsApproval(before, after)
  return commit(before, governed ? await approved({ before, after, account }, args, work) : after, work)
}

interface Change {
  readonly before: MediaBuy
  readonly after: MediaBuy
  readonly account: Account
}

async function approved(change: Change, args: JsonObject, work: SellerWorkings): Promise<MediaBuy> {
  const { after, account } = change
  const authority = await modificationAuthority(change, args, work)
  const question = { account, authority, phase: 'modification', planned: after.planned } as const
  const { invoiceRecipient } = after
  const { planned } = await work.parts.clear({ ...question, invoiceRecipient, summary: summaryOf(change) }, work)
  useUp(authority, work)
  return { ...after, planned, authority }
}

/** A token of the request, or, where nothing is added, the one that the purchase was made with. */
async function modificationAuthority(
  { before, after }: Change,
  args: JsonObject,
  work: SellerWorkings,
): Promise<Authority> {
  const adds = totalOf(after.packages) > totalOf(before.packages)
  if (args.governance_context === undefined && !adds && before.authority) {
    const { planId, token } = before.authority
    return { planId, token }
  }
  const planId = textAt(args.plan_id) ?? before.authority?.planId
  const subject = { principal: before.owner, planId, phases: ['intent', 'modification'], mediaBuyId: before.id }
  return await work.parts.authorityOf(args, subject, work)
}

function summaryOf({ before, after }: Change): string {
  const [from, to] = [totalOf(before.packages), totalOf(after.packages)]
  return `Budget ${from} to ${to} ${after.currency}; flight ${after.start} to ${after.end}.`
}

/** Pausing, resuming and cancelling commit to nothing new. */
export function needsApproval(before: MediaBuy, after: MediaBuy): boolean {
  const told = ({ planned, packages, invoiceRecipient }: MediaBuy) =>
    JSON.stringify([planned, packages, invoiceRecipient ?? null])
  return told(before) !== told(after)
}

function refuseEnded({ status }: MediaBuy): void {
  if (status !== 'canceled' && status !== 'completed' && status !== 'rejected') return
  throw new SellerRefusal('INVALID_STATE', `A media buy that is ${status} cannot be changed.`)
}

function refuseOldRevision({ revision }: JsonObject, before: MediaBuy): void {
  if (revision === undefined || revision === before.revision) return
  throw new SellerRefusal('CONFLICT', 'The media buy has been changed since; read it again.', { field: 'revision' })
}

function changed(before: MediaBuy, args: JsonObject, work: SellerWorkings): MediaBuy {
  const packages = [...before.packages.flatMap((one) => updated(one, args)), ...packagesIn(args.new_packages, work)]
  refuseUnknownPackages(args, before)
  const start = textAt(args.start_time)
  const flight = {
    packages,
    currency: packages.length > 0 ? currencyOf(packages, work.state) : before.currency,
    start: start === undefined ? before.start : start === 'asap' ? iso(work.clock.now()) : start,
    end: textAt(args.end_time) ?? before.end,
  }
  const same =
    totalOf(packages) === totalOf(before.packages) && flight.start === before.start && flight.end === before.end
  return {
    ...before,
    ...flight,
    status: statusAfter(before, args, work),
    invoiceRecipient: isJsonObject(args.invoice_recipient) ? args.invoice_recipient : before.invoiceRecipient,
    planned: same ? before.planned : work.parts.plannedDelivery(flight, work.state),
  }
}

function statusAfter({ status, start }: MediaBuy, args: JsonObject, { clock }: SellerWorkings): MediaBuy['status'] {
  if (args.canceled === true) return 'canceled'
  if (args.paused === true) return 'paused'
  if (args.paused === false && status === 'paused') return Date.parse(start) > clock.now() ? 'pending_start' : 'active'
  return status
}

/** The package as the request changes it; none when it cancels it. */
function updated(one: Package, { packages }: JsonObject): readonly Package[] {
  const change = objectsIn(packages).find(({ package_id }) => package_id === one.id)
  if (change?.canceled === true) return []
  return [{ ...one, budget: typeof change?.budget === 'number' ? change.budget : one.budget }]
}

function refuseUnknownPackages({ packages }: JsonObject, before: MediaBuy): void {
  const at = objectsIn(packages).findIndex(({ package_id }) => !before.packages.some(({ id }) => id === package_id))
  if (at < 0) return
  throw new SellerRefusal('PACKAGE_NOT_FOUND', 'There is no such package.', { field: `packages[${at}].package_id` })
}

function commit(before: MediaBuy, after: MediaBuy, { state, parts, clock }: SellerWorkings): JsonObject {
  const buy = { ...after, revision: before.revision + 1 }
  parts.keepBuy(state, buy)
  return {
    media_buy_id: buy.id,
    status: buy.status,
    revision: buy.revision,
    implementation_date: iso(clock.now()),
    affected_packages: buy.packages.map(packageReply),
  }
}
