import { AuthoringDefect } from '../../errors.ts'
import type { JsonObject } from '../../model/json.ts'
import type { Storyboard } from '../../model/storyboard.ts'

/** One call of comply_test_controller that makes what a storyboard counts on. */
export interface SeedCall {
  /** seed_product.sports_ctv_q2 */
  readonly id: string
  readonly title: string
  readonly arguments: JsonObject
  /** Where it is written below `fixtures`. */
  readonly place: readonly [string, number]
}

/** What may be seeded, so that everything comes after what it refers to; with the names of its identifiers. */
const kinds: readonly (readonly [kind: string, scenario: string, ids: readonly string[]])[] = [
  ['accounts', 'seed_account', ['account_id']],
  ['products', 'seed_product', ['product_id']],
  ['pricing_options', 'seed_pricing_option', ['product_id', 'pricing_option_id']],
  ['creative_formats', 'seed_creative_format', ['format_id']],
  ['creatives', 'seed_creative', ['creative_id']],
  ['plans', 'seed_plan', ['plan_id']],
  ['media_buys', 'seed_media_buy', ['media_buy_id']],
]

/**
 * The calls that seed the fixtures of a storyboard, in the order of their dependencies: identifiers go into `params`, the rest into
 * `params.fixture`. Source: storyboard-schema, fixtures.
 * @throws AuthoringDefect for a kind that is not known, or an entry without its identifiers.
 */
export function seedCalls(fixtures: NonNullable<Storyboard['fixtures']>): readonly SeedCall[] {
  const unknown = Object.keys(fixtures).find((kind) => !kinds.some(([known]) => known === kind))
  if (unknown !== undefined)
    throw new AuthoringDefect(
      `fixtures.${unknown} cannot be seeded; there are ${kinds.map(([kind]) => kind).join(', ')}`,
    )
  return kinds.flatMap(([kind, scenario, ids]) =>
    (fixtures[kind] ?? []).map((entry, at) => seedCall(entry, { kind, scenario, ids, at })),
  )
}

interface Kind {
  readonly kind: string
  readonly scenario: string
  readonly ids: readonly string[]
  readonly at: number
}

function seedCall(entry: JsonObject, { kind, scenario, ids, at }: Kind): SeedCall {
  const names = ids.map((id) => {
    const value = entry[id]
    if (typeof value !== 'string' || value === '') throw new AuthoringDefect(`fixtures.${kind}[${at}] needs a ${id}`)
    return [id, value] as const
  })
  const name = names.map(([, value]) => value).join('.')
  return {
    id: `${scenario}.${name}`,
    title: `Seed ${scenario.slice('seed_'.length).replaceAll('_', ' ')} ${name}`,
    arguments: { scenario, params: { ...Object.fromEntries(names), fixture: fixtureOf(entry, ids) } },
    place: [kind, at],
  }
}

/** An entry may set its fixture apart from its identifiers. */
function fixtureOf(entry: JsonObject, ids: readonly string[]): JsonObject {
  const { fixture, ...rest } = Object.fromEntries(Object.entries(entry).filter(([key]) => !ids.includes(key)))
  const apart =
    typeof fixture === 'object' && fixture !== null && !Array.isArray(fixture) ? (fixture as JsonObject) : {}
  return { ...rest, ...apart }
}
