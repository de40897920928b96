import type { CanonicalUrl } from './canonical-url.ts'
import type { SignedMessage } from './signed-message.ts'

/**
 * The text that is signed (RFC 9421, 2.5): a line for each covered component, in the signer's order, then the parameters.
 * Undefined when a component is covered that the message does not have, or that the profile does not know.
 */
export function signatureBase(
  { method, headers }: SignedMessage,
  url: Exclude<CanonicalUrl, { malformed: string }>,
  { components, paramsLine }: { readonly components: readonly string[]; readonly paramsLine: string },
): string | undefined {
  const derived: Readonly<Record<string, string>> = {
    '@method': method.toUpperCase(),
    '@target-uri': url.targetUri,
    '@authority': url.authority,
  }
  const lines: string[] = []
  for (const component of components) {
    const source = component.startsWith('@') ? derived : headers
    const value = Object.hasOwn(source, component) ? source[component] : undefined
    if (value === undefined) return undefined
    lines.push(`"${component}": ${value.trim()}`)
  }
  return [...lines, `"@signature-params": ${paramsLine}`].join('\n')
}
