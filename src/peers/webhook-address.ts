import { UsageError } from '../errors.ts'

/** How a run can be called back: over this machine only, by an address that leads here from outside, or not at all. */
export type WebhookMode =
  | { readonly kind: 'loopback' }
  | {
      readonly kind: 'public'
      /** The address that agents are given, without the path that the receiver adds. */
      readonly url: string
      /** Where the receiver listens. */
      readonly host: string
      readonly port: number
    }
  | { readonly kind: 'off' }

/** The public address without a slash at its end. @throws UsageError when agents must not be given it. */
export function publicBase(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol))
    throw new UsageError(`--webhook-url "${url}" is no web address. Write it like https://hooks.example.com`)
  if (parsed.username !== '' || parsed.search !== '' || parsed.hash !== '')
    throw new UsageError(`--webhook-url "${url}" must have neither a password nor anything after ? or #`)
  if (parsed.protocol === 'http:' && !isThisMachine(parsed.hostname))
    throw new UsageError(`--webhook-url "${url}" must begin with https: webhooks must not cross a network in the clear`)
  return parsed.href.replace(/\/+$/, '')
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
}
