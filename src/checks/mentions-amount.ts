import type { Json } from '../model/json.ts'

/** Whether an amount of money can be read anywhere in a value: as a number, or in words such as "USD 40,000.00" or "40 000". */
export function mentionsAmount(value: Json | undefined, amount: number): boolean {
  if (typeof value === 'number') return value === amount
  if (typeof value === 'string') return amountsIn(value).includes(amount)
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((item: Json) => mentionsAmount(item, amount))
}

const written = /\d{1,3}(?:[,.' \u00a0\u202f_]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)/g

function amountsIn(text: string): readonly number[] {
  return (text.match(written) ?? []).map((digits) => {
    const [, whole = '', cents = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(digits) ?? []
    return Number(`${whole.replace(/\D/g, '')}.${cents}`)
  })
}
