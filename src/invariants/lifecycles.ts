import type { AdcpVersion } from '../model/adcp-version.ts'

/** From each status, those that may follow it. A status that is not listed here is not judged. */
export type Lifecycle = Readonly<Record<string, readonly string[]>>

/**
 * The lifecycles of what agents keep, by the descriptions of the status enums of the schemas.
 * Where those leave it open whether a status may follow another, it may.
 */
const at30 = {
  media_buy: {
    pending_creatives: ['pending_start', 'active', 'paused', 'canceled', 'rejected'],
    pending_start: ['active', 'paused', 'canceled', 'rejected'],
    active: ['paused', 'completed', 'canceled'],
    paused: ['active', 'completed', 'canceled'],
    completed: [],
    rejected: [],
    canceled: [],
  },
  creative: {
    processing: ['pending_review', 'rejected'],
    pending_review: ['approved', 'rejected', 'processing'],
    approved: ['archived', 'rejected', 'pending_review', 'processing'],
    archived: ['approved'],
    rejected: ['processing', 'pending_review'],
  },
  creative_approval: {
    pending_review: ['approved', 'rejected'],
    approved: ['rejected', 'pending_review'],
    rejected: ['pending_review'],
  },
  account: {
    pending_approval: ['active', 'rejected'],
    active: ['suspended', 'payment_required', 'closed'],
    suspended: ['active', 'payment_required', 'closed'],
    payment_required: ['active', 'suspended', 'closed'],
    rejected: [],
    closed: [],
  },
  si_session: {
    active: ['pending_handoff', 'complete', 'terminated'],
    pending_handoff: ['active', 'complete', 'terminated'],
    complete: [],
    terminated: [],
  },
  catalog_item: {
    pending: ['approved', 'rejected', 'warning'],
    approved: ['warning', 'rejected', 'pending'],
    warning: ['approved', 'rejected', 'pending'],
    rejected: ['pending'],
  },
  proposal: { draft: ['committed'], committed: [] },
  audience: {
    processing: ['ready', 'too_small'],
    ready: ['processing', 'too_small'],
    too_small: ['processing', 'ready'],
  },
} as const satisfies Record<string, Lifecycle>

export type Kept = keyof typeof at30

/** 3.1 adds that agents may take what they keep out of service. */
const at31: Readonly<Record<Kept, Lifecycle>> = {
  ...at30,
  creative: {
    ...at30.creative,
    approved: [...at30.creative.approved, 'suspended'],
    suspended: ['approved', 'rejected', 'pending_review'],
  },
  catalog_item: {
    ...at30.catalog_item,
    approved: [...at30.catalog_item.approved, 'withdrawn'],
    warning: [...at30.catalog_item.warning, 'withdrawn'],
    withdrawn: ['approved'],
  },
  audience: {
    processing: ['ready', 'too_small', 'suspended'],
    ready: ['processing', 'too_small', 'suspended'],
    too_small: ['processing', 'ready', 'suspended'],
    suspended: ['processing', 'ready'],
  },
}

export function lifecycleOf(kept: Kept, { line }: AdcpVersion): Lifecycle {
  return line === '3.0' ? at30[kept] : at31[kept]
}
