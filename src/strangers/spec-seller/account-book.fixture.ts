import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { Registered } from './governance-line.fixture.ts'

export interface Account {
  readonly id: string
  readonly owner: string
  readonly natural: string
  readonly listing: JsonObject
  governance: readonly Registered[]
}

/** The accounts of this seller: declared by buyers, or its own, which only their ids lead to. */
export class AccountBook {
  private readonly all: Account[] = []

  /** Accounts that are there before anyone comes. */
  open(id: string, owner: string): void {
    const listing = {
      account_id: id,
      name: `Account ${id}`,
      status: 'active',
      billing: 'operator',
      payment_terms: 'net_45',
    }
    this.all.push({ id, owner, natural: '', listing, governance: [] })
  }

  declare(declared: JsonObject, owner: string): JsonObject {
    const { brand = null, operator = '', billing = 'operator', sandbox = false } = declared
    const known = this.all.find((one) => one.owner === owner && one.natural === naturalOf({ brand, operator, sandbox }))
    const id = known?.id ?? `HV/${8000 + this.all.length}`
    const listing = { account_id: id, name: `Declared ${id}`, status: 'active', billing, brand, operator, sandbox }
    if (known === undefined)
      this.all.push({ id, owner, natural: naturalOf({ brand, operator, sandbox }), listing, governance: [] })
    const action = known ? 'unchanged' : 'created'
    return { ...listing, action, warnings: ['Invoices are sent on paper.'], ext: { harbour: { desk: 'north' } } }
  }

  find(reference: Json | undefined, owner: string): Account | undefined {
    if (!isJsonObject(reference)) return undefined
    const { account_id } = reference
    return this.all.find(
      (one) =>
        one.owner === owner &&
        (account_id === undefined ? one.natural === naturalOf(reference) : one.id === account_id),
    )
  }

  of(owner: string): readonly Account[] {
    return this.all.filter((one) => one.owner === owner)
  }
}

function naturalOf({ brand = null, operator = '', sandbox = false }: JsonObject): string {
  return JSON.stringify([isJsonObject(brand) ? brand.domain : null, operator, sandbox])
}
