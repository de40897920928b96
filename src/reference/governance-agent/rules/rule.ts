import type { Concerns } from '../concern.ts'
import type { Facts } from '../facts.ts'
import type { Subject } from '../subject.ts'

/** Judges one aspect of a request. No await, no clock, no state but the facts. */
export type Rule = (subject: Subject, facts: Facts) => Concerns

export const nothing: Concerns = []

/** True for a request that lets money go: a proposal, or a seller about to confirm one. */
export function isPurchase({ kind }: Subject): boolean {
  return kind === 'intent' || kind === 'execution'
}
