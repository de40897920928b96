/** The address, when it is one that may be linked to as it stands; undefined for anything else. */
export function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && plainAddress.test(text) && URL.canParse(text) ? text : undefined
}

const plainAddress = /^https?:\/\/[\w\-.~:/?@!$&'()*+,;=%]+(#[\w\-.~:/?@!$&'()*+,;=%]*)?$/

/** The path of a file as a URI reference: what stands in names of files cannot end it. */
export function fileReference(path: string): string {
  const parts = path
    .replace(/\p{Cs}/gu, '\ufffd')
    .replaceAll('\\', '/')
    .split('/')
  const encoded = parts.map((part, i) => (i === 0 && isDrive(part) ? part : encodeURIComponent(part))).join('/')
  if (path.startsWith('/')) return `file://${encoded}`
  return isDrive(parts[0]) ? `file:///${encoded}` : encoded
}

function isDrive(part: string | undefined): boolean {
  return /^[a-z]:$/i.test(part ?? '')
}
