import { facades } from '../reference/faults/facades/index.ts'
import { sellerFacades } from '../reference/seller-faults/facades/index.ts'
import { sellerVariants } from '../reference/seller-variants/index.ts'
import { variants } from '../reference/variants/index.ts'
import type { Unmasking } from '../self-test/facade-matrix.ts'
import type { Kill } from '../self-test/kill-matrix.ts'
import { isLeftInPeace, type SelfTest } from '../self-test/self-test.ts'
import type { Fairness } from '../self-test/variant-matrix.ts'
import { table } from './table.ts'

/** The self-test for people: faults, façades, variants, and how many came out as they should. */
export function matrixText(test: SelfTest, durationMs: number): string {
  const killed = test.faults.filter(({ status }) => status === 'killed').length
  const unmasked = test.facades.filter((row) => row.unmasked).length
  const peaceful = test.variants.filter(isLeftInPeace).length
  return [
    `FAULTS\n${table(test.faults.map(faultCells))}`,
    `FAÇADES\n${table(test.facades.map(facadeCells))}`,
    `VARIANTS\n${table(test.variants.map(variantCells))}${test.variants.flatMap(lostLines).join('')}`,
    `${killed} of ${test.faults.length} faults killed\n` +
      `${unmasked} of ${test.facades.length} façades unmasked\n` +
      `${peaceful} of ${test.variants.length} variants lost no point\n` +
      notInForceLine(test) +
      `AdCP ${test.adcp}, schemas of ${test.release}, ${(durationMs / 1000).toFixed(1)} s, digest ${test.digest}\n`,
  ].join('\n')
}

function notInForceLine({ notInForce, adcp }: SelfTest): string {
  return notInForce.length === 0 ? '' : `not tried, as they break nothing at AdCP ${adcp}: ${notInForce.join(', ')}\n`
}

const words = { killed: 'killed', survived: 'NOT KILLED', not_graded: 'NOT GRADED' } as const

function faultCells({ fault, requirement, status, killedBy, advisory, verdict }: Kill): string[] {
  const [first = '', ...more] = killedBy
  const by = more.length > 0 ? `${first} and ${more.length} more` : first
  const why = { killed: advisory ? `${by} (advisory)` : by, survived: `${verdict} ${by}`.trim(), not_graded: '' }
  return [words[status], fault, requirement, why[status]]
}

function facadeCells({ facade, verdict, violated, unmasked }: Unmasking): string[] {
  const title = [...facades, ...sellerFacades].find(({ id }) => id === facade)?.title ?? ''
  return [unmasked ? 'unmasked' : 'NOT UNMASKED', facade, `${verdict}, ${violated} requirements violated`, title]
}

function variantCells(row: Fairness): string[] {
  const title = [...variants, ...sellerVariants].find(({ id }) => id === row.variant)?.title ?? ''
  const points = row.lost.length === 1 ? '1 point' : `${row.lost.length} points`
  return [isLeftInPeace(row) ? 'no point lost' : `LOST ${points}`, row.variant, title]
}

function lostLines({ variant, lost }: Fairness): readonly string[] {
  return lost.map((point) => table([[`  ${variant}`, point]]))
}
