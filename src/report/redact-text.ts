/** What stands where a secret stood (runner-output-contract, payload_redaction). */
export const redacted = '[redacted]'

// The contract's floor, and the governance context, which is a bearer token for a plan.
const names =
  'authorization|credentials?|token|api[_-]?key|password|secret|client[_-]?secret|refresh[_-]?token|access[_-]?token|' +
  'bearer|session[_-]?token|offering[_-]?token|cookie|set[_-]?cookie|governance[_-]?contexts?'

const secretKey = new RegExp(`^(?:${names})$`, 'i')
// Text may be JSON that was cut short, or JSON quoted within JSON.
const jsonValue = '(?:"[^"\\\\]*(?:\\\\.[^"\\\\]*)*|\\\\+"[^"\\\\]*|[\\w.+-]+)'
const member = new RegExp(`("(?:${names})\\\\*"\\s*:\\s*)${jsonValue}`, 'gis')
const parameter = new RegExp(`([?&](?:${names})=)[^&#\\s"'<>]*`, 'gi')
// Without a digit it is a word of a sentence: "Basic authentication is required".
const authorization = /\b(Bearer|Basic)\s+(?=[\w.~+/=-]*\d)[\w.~+/=-]{8,}/gi
const userinfo = /(\w:\/\/)[^/\s@"'<>]+@/g

/** True when the value at this key is a secret by its name alone. */
export function isSecretKey(key: string): boolean {
  return secretKey.test(key)
}

/** Hides what free text gives away by its form: members of JSON, query parameters, authorization, user:password@. */
export function redactByForm(text: string): string {
  return text
    .replace(member, `$1"${redacted}`)
    .replace(parameter, `$1${redacted}`)
    .replace(authorization, `$1 ${redacted}`)
    .replace(userinfo, `$1${redacted}@`)
}
