import { canonicalUrl } from '../json/agent-url.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { paramsSatisfy, type Satisfied } from './format-params.ts'

/**
 * Whether the formats that a package selects are among those of its product (package-request of AdCP 3.1, resolution rules):
 * `format_option_refs` go before `format_ids`, these before `format_kind`; a package without any takes all.
 */
export function selectorSatisfied(selected: JsonObject, product: JsonObject): Satisfied {
  const refs = objectsIn(selected.format_option_refs)
  if (refs.length > 0) return worst(refs.map((ref) => (optionsOf(product).some(isOption(ref)) ? 'yes' : 'no')))
  const ids = objectsIn(selected.format_ids)
  if (ids.length > 0) return worst(ids.map((id) => idSatisfied(id, product)))
  if (typeof selected.format_kind === 'string') return kindSatisfied(selected, product)
  return 'yes'
}

function isOption(ref: JsonObject): (option: JsonObject) => boolean {
  const keys = ref.scope === 'publisher' ? ['format_option_id', 'publisher_domain'] : ['format_option_id']
  return (option) => keys.every((key) => ref[key] !== undefined && option[key] === ref[key])
}

/** A product's own link decides. Without one only the registry of legacy formats could tell, which this program does not apply. */
function idSatisfied(id: JsonObject, product: JsonObject): Satisfied {
  const options = optionsOf(product)
  if (options.some(({ v1_format_ref: refs }) => objectsIn(refs).some((ref) => sameFormat(ref, id)))) return 'yes'
  const legacy = objectsIn(product.format_ids).some((one) => sameFormat(one, id))
  if (options.length > 0) return 'unknown'
  return legacy ? 'yes' : 'no'
}

function kindSatisfied({ format_kind: kind, params }: JsonObject, product: JsonObject): Satisfied {
  const options = optionsOf(product).filter((option) => option.format_kind === kind)
  const verdicts = options.map((option) => paramsSatisfy(objectOf(params), objectOf(option.params)))
  if (verdicts.includes('yes')) return 'yes'
  return verdicts.includes('unknown') ? 'unknown' : 'no'
}

function sameFormat(a: JsonObject, b: JsonObject): boolean {
  const plain = ['id', 'width', 'height', 'duration_ms']
  const url = (format: JsonObject) => canonicalUrl(String(format.agent_url))
  return url(a) === url(b) && plain.every((key) => a[key] === b[key])
}

/** All that is selected must be satisfied. */
function worst(verdicts: readonly Satisfied[]): Satisfied {
  if (verdicts.includes('no')) return 'no'
  return verdicts.includes('unknown') ? 'unknown' : 'yes'
}

function optionsOf(product: JsonObject): readonly JsonObject[] {
  return objectsIn(product.format_options)
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : []
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}
