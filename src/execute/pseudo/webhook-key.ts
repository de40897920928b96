import { readPath } from '../../json/path.ts'
import type { Json } from '../../model/json.ts'
import type { ValidationResult } from '../../model/verdict.ts'
import type { WebhookDelivery } from '../../model/webhook.ts'
import { fault } from './found.ts'

const form = '^[A-Za-z0-9_.:-]{16,255}$'
const wellFormed = new RegExp(form)

export function keyOf({ payload }: WebhookDelivery): Json | undefined {
  return readPath(payload, 'idempotency_key')
}

export function isWellFormed(key: Json | undefined): boolean {
  return typeof key === 'string' && wellFormed.test(key)
}

/** What is wrong with the idempotency_key of a webhook; undefined when nothing is (core/mcp-webhook-payload). */
export function keyProblem(delivery: WebhookDelivery): ValidationResult | undefined {
  const key = keyOf(delivery) ?? null
  if (isWellFormed(key)) return undefined
  const missing = key === null || key === ''
  return fault(missing ? 'missing_idempotency_key' : 'invalid_idempotency_key_format', {
    description: 'Each webhook has an idempotency_key',
    message: missing ? 'the webhook has no idempotency_key' : 'the idempotency_key has not the form of the protocol',
    expected: form,
    actual: key,
    pointer: '/idempotency_key',
  })
}
