/**
 * A catalog value as it may stand in a URL: in Unicode normal form C, with everything but the unreserved characters of
 * RFC 3986 percent-encoded. Source: universal macros, substitution safety.
 */
export function encodeUnreserved(value: string): string {
  return [...Buffer.from(value.normalize('NFC'), 'utf8')].map(encoded).join('')
}

function encoded(byte: number): string {
  const character = String.fromCharCode(byte)
  return /[A-Za-z0-9._~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

/** Whether two encoded values are the same: only the digits of an escape may differ in case (RFC 3986, 2.1). */
export function sameEncoding(a: string, b: string): boolean {
  return withCapitalDigits(a) === withCapitalDigits(b)
}

/** The first place where an encoded value differs from the one that is due. */
export function firstDifference(observed: string, expected: string): number {
  const [a, b] = [withCapitalDigits(observed), withCapitalDigits(expected)]
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

/** The value behind an encoding, as far as it can be decoded. */
export function decodedLeniently(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    return Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8')
  })
}

function withCapitalDigits(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (triplet) => triplet.toUpperCase())
}
