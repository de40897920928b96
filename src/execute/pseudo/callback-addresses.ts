import type { WebhookReceiver } from '../../model/webhook.ts'
import type { CallbackAddresses } from '../../request/scope.ts'

/** The addresses of one storyboard, for its placeholders. */
export function callbackAddresses(storyboard: string, receiver: WebhookReceiver): CallbackAddresses {
  return {
    base: receiver.baseFor(storyboard),
    urlFor: (step) => receiver.addressFor(storyboard, step).url,
    operationIdOf: (step) =>
      receiver.gaveOut(storyboard, step) ? receiver.addressFor(storyboard, step).operationId : undefined,
  }
}
