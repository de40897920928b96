/**
 * The bytes of a structured byte sequence, `:…:`. AdCP writes it in base64url without padding; plain base64 is still taken.
 * Undefined for anything else, and for a mixture of the two alphabets, which two readers may decode differently.
 */
export function binaryValue(text: string): Buffer | undefined {
  const encoded = /^:([A-Za-z0-9+/_=-]*):$/.exec(text)?.[1]
  if (encoded === undefined || (/[+/=]/.test(encoded) && /[_-]/.test(encoded))) return undefined
  const bare = encoded.replace(/=*$/, '').replaceAll('+', '-').replaceAll('/', '_')
  const bytes = Buffer.from(bare, 'base64url')
  return bytes.toString('base64url') === bare ? bytes : undefined
}

/** Base64url without padding, as the profile wants it. */
export function asBinaryValue(bytes: Uint8Array): string {
  return `:${Buffer.from(bytes).toString('base64url')}:`
}
