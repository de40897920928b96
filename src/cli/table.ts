import { terminalSafe } from '../report/terminal-safe.ts'
import { columns } from '../report/wrap.ts'

/** Rows as lines, every column but the last padded to its widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) => row.map((cell) => terminalSafe(cell)))
  const widths = (safe[0] ?? []).map((_, i) => Math.max(...safe.map((row) => columns(row[i] ?? ''))))
  return safe.map((row) => `${lineOf(row, widths)}\n`).join('')
}

function lineOf(row: readonly string[], widths: readonly number[]): string {
  const padded = row.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - columns(cell)))
  return padded.join('   ').trimEnd()
}
