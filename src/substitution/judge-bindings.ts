import { type ObservedValue, valuesAt } from './align.ts'
import { decodedLeniently, encodeUnreserved, firstDifference, sameEncoding } from './encode.ts'
import type { TrackerUrl } from './tracker-urls.ts'

/** A catalog value that a macro stands for. */
export interface Binding {
  readonly macro: string
  /** How people call it: the name of the vector, or of the catalog item. */
  readonly name: string
  readonly raw: string
  /** How it must stand in the address. */
  readonly expected: string
}

export type BindingFault =
  | 'substitution_encoding_violation'
  | 'nested_macro_re_expansion'
  | 'substitution_scheme_injection'
  | 'substitution_binding_missing'

export interface BindingFinding {
  readonly binding: Binding
  /** Absent when the binding was found as it must be. */
  readonly fault?: BindingFault
  readonly message?: string
  readonly observed?: ObservedValue
}

/** Looks for each binding in the addresses of a preview. Pure. Source: substitution-observer-runner, grading decision tree. */
export function judgeBindings(
  bindings: readonly Binding[],
  template: string,
  urls: readonly TrackerUrl[],
): readonly BindingFinding[] {
  const right = new Set<ObservedValue>()
  const found = bindings.map((binding) => {
    const values = valuesAt(binding.macro, template, urls)
    const matches = values.filter(({ value }) => sameEncoding(value, binding.expected))
    for (const match of matches) right.add(match)
    return { binding, values, isThere: matches.length > 0 }
  })
  const injected = injectionIn(urls, bindings)
  return found.map(({ binding, values, isThere }) => {
    if (injected?.binding === binding) return injected
    const wrong = wrongSpelling(binding, values, bindings)
    return wrong ?? (isThere ? { binding } : (brokenPath(binding, template, urls) ?? missing(binding)))
  })
}

/** A value that made itself the whole address, with a scheme of its own. */
function injectionIn(urls: readonly TrackerUrl[], bindings: readonly Binding[]): BindingFinding | undefined {
  for (const binding of bindings) {
    const raw = binding.raw.normalize('NFC')
    const isScheme = /^[a-z][a-z0-9+.-]*:/i.test(raw)
    const url = isScheme
      ? urls.find(({ url }) => decodedLeniently(url.trim()).normalize('NFC') === raw && url.includes(':'))
      : undefined
    if (!url) continue
    return {
      binding,
      fault: 'substitution_scheme_injection',
      message: `the value became an address of its own, with the scheme ${raw.slice(0, raw.indexOf(':'))}:`,
      observed: { value: url.url, url: url.url },
    }
  }
  return undefined
}

function wrongSpelling(
  binding: Binding,
  values: readonly ObservedValue[],
  all: readonly Binding[],
): BindingFinding | undefined {
  const isOther = (value: string) => all.some(({ expected }) => sameEncoding(value, expected))
  for (const observed of values) {
    const { value } = observed
    if (isOther(value) || !isMeantFor(value, binding)) continue
    const nested = isExpanded(value, binding)
    const at = firstDifference(value, binding.expected)
    return {
      binding,
      fault: nested ? 'nested_macro_re_expansion' : 'substitution_encoding_violation',
      message: nested
        ? 'a macro within the value was replaced a second time'
        : `the value is not percent-encoded as it must be, from character ${at + 1} on`,
      observed,
    }
  }
  return undefined
}

/** A raw slash makes two segments of one, and moves all that comes after it. */
function brokenPath(binding: Binding, template: string, urls: readonly TrackerUrl[]): BindingFinding | undefined {
  const whole = template.replaceAll(binding.macro, binding.raw.normalize('NFC'))
  const broken = urls.find(({ url }) => decodedLeniently(url).normalize('NFC') === whole)
  if (!broken) return undefined
  return {
    binding,
    fault: 'substitution_encoding_violation',
    message: 'the value is not percent-encoded as it must be, and breaks the path apart',
    observed: { value: broken.url, url: broken.url },
  }
}

/** Whether what was observed is an attempt at this value: the same once decoded, its beginning, or with its inner macro replaced. */
function isMeantFor(value: string, binding: Binding): boolean {
  const plain = decodedLeniently(value).normalize('NFC')
  const raw = binding.raw.normalize('NFC')
  if (plain === '' || plain === binding.macro) return false
  if (plain === raw || plain.replaceAll('+', ' ') === raw) return true
  if (withoutControls(plain) === withoutControls(raw)) return true
  return isExpanded(value, binding) || isBrokenOff(plain, raw)
}

/** A raw separator ends the parameter early: what stands there is the value up to it. */
function isBrokenOff(plain: string, raw: string): boolean {
  return plain.length > 0 && raw.startsWith(plain) && /^[&#/?;=]/.test(raw.slice(plain.length))
}

function isExpanded(value: string, { raw }: Binding): boolean {
  const parts = /^(.*?)\{+[A-Za-z_.]+\}+(.*)$/s.exec(raw.normalize('NFC'))
  if (!parts) return false
  const [, before = '', after = ''] = parts
  const plain = decodedLeniently(value).normalize('NFC')
  const fits = plain.startsWith(before) && plain.endsWith(after) && plain.length >= before.length + after.length
  return fits && before + after !== '' && !plain.includes('{')
}

function withoutControls(text: string): string {
  return [...text].filter((character) => character >= ' ').join('')
}

function missing(binding: Binding): BindingFinding {
  return {
    binding,
    fault: 'substitution_binding_missing',
    message: `no address of the preview has this value at the place of ${binding.macro}`,
  }
}

/** The binding of a raw value. */
export function bindingOf(macro: string, name: string, raw: string, expected?: string): Binding {
  return { macro, name, raw, expected: expected ?? encodeUnreserved(raw) }
}
