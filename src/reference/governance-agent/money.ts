/**
 * The sum of amounts, free of the dust of binary fractions: 0.1 and 0.2 are 0.3, so that a budget can be used up to the
 * last cent. Millionths are kept; amounts so large that millionths mean nothing are left as they are.
 */
export function sum(amounts: readonly number[]): number {
  const total = amounts.reduce((before, amount) => before + amount, 0)
  return Math.abs(total) < 1e9 ? Math.round(total * 1e6) / 1e6 : total
}

export function money(amount: number, { currency }: { readonly currency: string }): string {
  return `${amount} ${currency}`
}
