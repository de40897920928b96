import { AuthoringDefect } from '../../errors.ts'
import { isJsonObject, type Json } from '../../model/json.ts'
import { type Binding, bindingOf } from '../../substitution/judge-bindings.ts'
import type { BoardState } from '../board-state.ts'
import type { StepSetting } from '../step-setting.ts'
import { blockedBy, type Performed } from './pseudo-task.ts'
import { StepFields } from './step-fields.ts'

/** What macros stand for, and which of it the author wrote out. */
export interface CatalogBindings {
  readonly list: readonly Binding[]
  readonly own: ReadonlySet<string>
}

/**
 * The values that `catalog_bindings` names: written out, from the official vectors, or from the catalog that an earlier step
 * of the storyboard synced.
 * @throws AuthoringDefect for a binding that is none
 */
export async function bindingsOf(
  fields: StepFields,
  { run, state }: StepSetting,
): Promise<CatalogBindings | Performed> {
  const vectors = await run.probes?.vector('catalog-macro-substitution.json')
  const list: Binding[] = []
  const own = new Set<string>()
  for (const entry of fields.list('catalog_bindings')) {
    if (!isJsonObject(entry)) throw new AuthoringDefect('catalog_bindings must hold objects')
    const binding = new StepFields(entry)
    const macro = binding.text('macro')
    const item = binding.text('catalog_item_id')
    const name = binding.text('vector_name') ?? item ?? ''
    const given = binding.text('raw_value')
    if (macro === undefined || name === '') throw new AuthoringDefect('a binding needs a macro and a vector_name')
    if (given !== undefined) own.add(name)
    const raw = given ?? inVectors(vectors, name) ?? inCatalog(state, item, macro)
    if (raw === undefined)
      return blockedBy('authoring_defect', `the value of ${name} is in no vector and in no catalog that was synced`)
    list.push(bindingOf(macro, name, raw, binding.text('expected_encoded')))
  }
  if (list.length === 0) throw new AuthoringDefect('catalog_bindings must name at least one value')
  return { list, own }
}

function inVectors(file: Json | undefined, name: string): string | undefined {
  const vectors = isJsonObject(file) && Array.isArray(file.vectors) ? (file.vectors as readonly Json[]) : []
  const value = vectors.filter(isJsonObject).find((vector) => vector.name === name)?.value
  return typeof value === 'string' ? value : undefined
}

/** {SKU} stands for the field `sku` of the item. */
function inCatalog(state: BoardState, item: string | undefined, macro: string): string | undefined {
  const field = macro.replace(/[{}]/g, '').toLowerCase()
  for (const { step } of state.board.steps) {
    const catalogs = step.sample_request?.catalogs
    const items = Array.isArray(catalogs) ? (catalogs as readonly Json[]).flatMap(itemsOf) : []
    const value = items.filter(isJsonObject).find((one) => one.item_id === item)?.[field]
    if (typeof value === 'string') return value
  }
  return undefined
}

function itemsOf(catalog: Json): readonly Json[] {
  return isJsonObject(catalog) && Array.isArray(catalog.items) ? (catalog.items as readonly Json[]) : []
}
