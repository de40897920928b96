import { type InnerList, isInnerList, parseDictionary, serializeInnerList } from 'structured-headers'
import { binaryValue } from './binary-value.ts'
import { dictionaryMembers, onlyMember, splitOutside } from './dictionary-members.ts'

/** The one signature of a message that counts, taken apart. Nothing is verified yet. */
export interface SignatureParts {
  /** What is covered, in the signer's order. */
  readonly components: readonly string[]
  readonly params: SignatureParams
  /** The value of the line @signature-params of the signature base. */
  readonly paramsLine: string
  readonly signature: Buffer
}

export interface SignatureParams {
  /** Unix seconds. */
  readonly created?: number
  readonly expires?: number
  readonly nonce?: string
  readonly keyid?: string
  readonly alg?: string
  readonly tag?: string
}

/**
 * Reads Signature-Input and Signature (RFC 9421, 4). The label `sig1` counts, others are ignored; a single other label counts too.
 * What a lenient reader could take in two ways is malformed: labels or parameters that come twice, strings without quotes.
 */
export function signatureParts(
  headers: Readonly<Record<string, string>>,
): SignatureParts | { readonly malformed: string } {
  const input = headers['signature-input']
  const signatures = headers.signature
  if (input === undefined || signatures === undefined)
    return { malformed: 'Signature and Signature-Input belong together, and one of them is missing' }
  const inputs = dictionaryMembers(input)
  const values = dictionaryMembers(signatures)
  if (!inputs || !values) return { malformed: 'Signature-Input and Signature must be structured dictionaries' }
  const label = inputs.some(({ key }) => key === 'sig1') || inputs.length > 1 ? 'sig1' : (inputs[0]?.key ?? 'sig1')
  const text = onlyMember(inputs, label)
  const signature = binaryValue(onlyMember(values, label) ?? '')
  if (text === undefined) return { malformed: `Signature-Input must have the label ${label} exactly once` }
  if (signature === undefined) return { malformed: `Signature must have ${label} exactly once, as a byte sequence` }
  return partsOf(text, signature)
}

function partsOf(text: string, signature: Buffer): SignatureParts | { malformed: string } {
  const list = innerList(text)
  if (!list || repeats(parameterNames(text))) return { malformed: 'Signature-Input is no list with parameters' }
  const [items, parameters] = list
  const components = items.map(([item]) => item)
  if (!components.every((item) => typeof item === 'string') || items.some(([, own]) => own.size > 0))
    return { malformed: 'the covered components must be plain strings' }
  if (repeats(components)) return { malformed: 'a component is covered twice' }
  const params = Object.fromEntries(parameters) as Readonly<Record<string, unknown>>
  const wrong = [...kinds].find(([name, kind]) => params[name] !== undefined && !isOf(kind, params[name]))
  if (wrong) return { malformed: `the parameter ${wrong[0]} must be ${wrong[1]}` }
  return { components, params: params as SignatureParams, paramsLine: serializeInnerList(list), signature }
}

const kinds = new Map([
  ['created', 'an integer'],
  ['expires', 'an integer'],
  ['nonce', 'a string in quotes'],
  ['keyid', 'a string in quotes'],
  ['alg', 'a string in quotes'],
  ['tag', 'a string in quotes'],
])

function isOf(kind: string, value: unknown): boolean {
  return kind === 'an integer' ? Number.isInteger(value) : typeof value === 'string'
}

function innerList(text: string): InnerList | undefined {
  try {
    const member = parseDictionary(`sig=${text}`).get('sig')
    return member && isInnerList(member) ? member : undefined
  } catch {
    return undefined
  }
}

/** The parser keeps the last of two parameters with one name. */
function parameterNames(text: string): readonly string[] {
  return splitOutside(text, ';')
    .slice(1)
    .map((part) => part.trim().split('=')[0] ?? '')
}

function repeats(names: readonly string[]): boolean {
  return new Set(names).size < names.length
}
