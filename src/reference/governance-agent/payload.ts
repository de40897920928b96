import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { Refusal } from './refusal.ts'

/** The objects in a list; anything else in it is passed over, as is a value that is no list. */
export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : []
}

/** The texts in a list. */
export function textsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isText) : []
}

export function objectAt(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

export function textAt(value: Json | undefined): string | undefined {
  return isText(value) ? value : undefined
}

/**
 * An amount of money, written as a number or as { amount }; undefined when absent.
 * @throws Refusal naming the field when it is negative or no number: a limit must not be passed by writing nonsense.
 */
export function moneyAt(value: Json | undefined, field: string): number | undefined {
  if (value === undefined || value === null) return undefined
  const amount = isJsonObject(value) ? value.amount : value
  if (typeof amount === 'number' && Number.isFinite(amount) && amount >= 0) return amount
  throw new Refusal('INVALID_REQUEST', `${field} must be an amount of 0 or more.`, field)
}

/** The same instant, place or agent may be written in several ways (RFC 3986, normalisation). */
export function sameUrl(a: string, b: string): boolean {
  return a === b || normalUrl(a) === normalUrl(b)
}

function normalUrl(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string'
}
