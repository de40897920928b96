import { compareReports, isWorse } from '../../gates/compare-reports.ts'
import { readJson } from '../../load/read-json.ts'
import { comparisonText } from '../comparison-text.ts'
import type { Io } from '../io.ts'
import { writeJson } from '../write-json.ts'

/** Compares two machine reports. 1 when something that was proven in the first is not in the second. */
export async function diffCommand(
  before: string,
  after: string,
  { json }: { readonly json?: string },
  io: Io,
): Promise<number> {
  const found = compareReports(await readJson(before), await readJson(after))
  if (json !== undefined) await writeJson(json, found, io)
  if (json !== '-') io.stdout.write(comparisonText(found))
  return isWorse(found) ? 1 : 0
}
