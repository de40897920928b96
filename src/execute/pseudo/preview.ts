import { readPath } from '../../json/path.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isJsonObject, type Json } from '../../model/json.ts'
import type { ValidationResult } from '../../model/verdict.ts'
import type { RunContext } from '../run-context.ts'
import { fault } from './found.ts'
import { blockedBy, type Performed } from './pseudo-task.ts'
import type { StepFields } from './step-fields.ts'

/** Bytes and milliseconds (substitution-observer-runner, url_fetch). */
const limits = { bytes: 256 * 1024, timeoutMs: 10_000 }
const pageTypes = ['text/html', 'application/xhtml+xml']

export type Preview = { readonly html: string } | { readonly fault: ValidationResult } | Performed

/** The HTML of the preview: in the reply itself, or behind the address that the reply gives. */
export async function previewOf(fields: StepFields, exchange: Exchange, run: RunContext): Promise<Preview> {
  const isFetched = fields.text('source') === 'url_fetch'
  const pointer = fields.text('source_path') ?? (isFetched ? '/preview_url' : '/preview_html')
  const payload = exchange.reply.kind === 'task' ? exchange.reply.payload : undefined
  const found = readPath(payload, tokensOf(pointer)) ?? named(payload, pointer.split('/').at(-1) ?? '')
  if (typeof found !== 'string' || found === '') return { fault: unavailable(pointer, found) }
  return isFetched ? await fetched(found, run) : { html: found }
}

/** RFC 6901. */
function tokensOf(pointer: string): readonly (string | number)[] {
  const parts = pointer.split('/').slice(1)
  return parts.map((part) => {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    return /^\d+$/.test(key) ? Number(key) : key
  })
}

/** The schema lets agents hand out previews at other places than the storyboard looks at. */
function named(value: Json | undefined, name: string): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => named(item, name)).find(isFound)
  if (!isJsonObject(value)) return undefined
  if (typeof value[name] === 'string') return value[name]
  return Object.values(value)
    .map((item) => named(item, name))
    .find(isFound)
}

function isFound(value: Json | undefined): boolean {
  return value !== undefined
}

function unavailable(pointer: string, actual: Json | undefined): ValidationResult {
  return fault('preview_source_unavailable', {
    description: 'The reply before holds a preview',
    message: `there is no preview at ${pointer}, nor anywhere else in the reply`,
    expected: 'a preview',
    actual: actual ?? null,
    pointer,
  })
}

async function fetched(url: string, { probes }: RunContext): Promise<Preview> {
  if (!probes) return blockedBy('unsupported', 'this run fetches no previews')
  const reply = await probes.send({ url, headers: { accept: pageTypes.join(', ') }, limits })
  if ('problem' in reply) {
    const reasons = { refused: 'ssrf_blocked', timeout: 'fetch_timeout', failed: 'http_status' } as const
    return { fault: unusable(reasons[reply.cause], url, reply.problem) }
  }
  const { status, headers, text, cut } = reply
  if (status >= 300 && status < 400) return { fault: unusable('redirect_returned', url, `HTTP ${status}`) }
  if (status !== 200) return { fault: unusable('http_status', url, `HTTP ${status}`) }
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!pageTypes.includes(type)) return { fault: unusable('content_type', url, type || 'no content type') }
  return cut ? { fault: unusable('size_exceeded', url, `more than ${limits.bytes} bytes`) } : { html: text }
}

function unusable(reason: string, url: string, detail: string): ValidationResult {
  return fault('preview_url_unusable', {
    description: 'The preview can be fetched',
    message: `${reason}: ${detail}`,
    expected: 'HTTP 200 with a page of HTML',
    actual: { url, reason, detail },
  })
}
