import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import { readPath } from '../json/path.ts'
import type { Check, Evidence } from '../model/check.ts'
import type { AdcpError, Reply } from '../model/exchange.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { failedReply } from './failed.ts'
import { selectorSatisfied } from './format-selector.ts'
import { replyInWords } from './reply-words.ts'

interface Params {
  /** Whether the media buy is to be accepted. */
  readonly value?: boolean
  /** In the request: one package or a list of them; `packages` when absent. */
  readonly path?: string
}

export const canonicalFormatSatisfaction: Check<'canonical_format_satisfaction', Params> = {
  kind: 'canonical_format_satisfaction',
  summary:
    'A media buy is accepted, or refused for its formats, as the formats of the products that were listed demand.',
  params: {
    type: 'object',
    required: ['value'],
    properties: { value: { type: 'boolean' }, path: { type: 'string', minLength: 1 } },
  },
  evaluate({ value: wanted, path = 'packages' }, evidence) {
    if (wanted === undefined) throw new AuthoringDefect('"value" does not say whether the media buy is to be accepted')
    const satisfied = allSatisfied(packagesAt(path, evidence), evidence)
    const { reply } = evidence
    const accepted = reply.kind === 'task' && !reply.error && reply.payload !== undefined
    const answered = reply.kind === 'task' || reply.kind === 'rpc_error'
    const forFormats = answered && !accepted && isAboutFormats(reply.error)
    if (satisfied === wanted && (wanted ? accepted : forFormats)) return { status: 'passed' }
    return failedReply(
      evidence,
      satisfied === wanted ? `the agent answered ${replyInWords(reply)}` : productProblem(satisfied),
      { accepted: wanted, local_satisfied: wanted },
      { accepted, local_satisfied: satisfied, ...(accepted ? {} : { rejection: rejectionOf(reply) }) },
    )
  },
}

function productProblem(satisfied: boolean): string {
  return `the product, as the agent listed it, ${satisfied ? 'accepts' : 'does not accept'} the formats of the package`
}

/** @throws NotEvaluable when only the registry of legacy formats could tell */
function allSatisfied(packages: readonly JsonObject[], evidence: Evidence): boolean {
  const verdicts = packages.map((one) => selectorSatisfied(one, productOf(one, evidence)))
  if (verdicts.includes('no')) return false
  if (!verdicts.includes('unknown')) return true
  throw new NotEvaluable(
    'unsupported',
    'the product does not say which of its formats the legacy format of a package is',
  )
}

function packagesAt(path: string, { request }: Evidence): readonly JsonObject[] {
  const found = readPath(request, path)
  const packages = (Array.isArray(found) ? (found as readonly Json[]) : [found]).filter(isJsonObject)
  if (packages.length === 0) throw new AuthoringDefect(`the request holds no package at ${path}`)
  return packages
}

/** The product as the latest get_products reply that has it shows it. */
function productOf({ product_id: id }: JsonObject, { history = [] }: Evidence): JsonObject {
  const products = history
    .filter(({ request }) => request.operation === 'get_products')
    .flatMap(({ reply }) => productsIn(reply))
  const product = products.findLast((one) => one.product_id === id)
  if (!product) throw new AuthoringDefect(`no earlier get_products reply holds the product ${JSON.stringify(id)}`)
  return product
}

function productsIn(reply: Reply): readonly JsonObject[] {
  const products = reply.kind === 'task' ? reply.payload?.products : undefined
  return Array.isArray(products) ? (products as readonly Json[]).filter(isJsonObject) : []
}

/** UNSUPPORTED_FEATURE is the code for a format that the product does not take, unless it names another field. */
function isAboutFormats(error: AdcpError | undefined): boolean {
  const { code = '', message = '', field } = error ?? {}
  if (field !== undefined) return /format|params/i.test(field)
  return code === 'UNSUPPORTED_FEATURE' || /format/i.test(`${code} ${message}`)
}

function rejectionOf(reply: Reply): Json {
  const error: AdcpError | undefined = reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error : undefined
  if (!error) return replyInWords(reply)
  return { ...(error.code && { code: error.code }), ...(error.field && { field: error.field }) }
}
