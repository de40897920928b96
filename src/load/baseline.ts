import { readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Document, isSeq, parseDocument, stringify, visit } from 'yaml'
import { AuthoringError, UsageError } from '../errors.ts'
import type { Baseline, ExpectedFailure } from '../model/baseline.ts'
import type { Located } from '../model/located.ts'
import { asAuthored } from './authored.ts'
import { readYaml } from './yaml-file.ts'

/**
 * Reads a baseline. Each failure in it must have been accepted by somebody, for a reason.
 * @throws AuthoringError at file:line:column
 * @throws UsageError when there is no such file
 */
export async function loadBaseline(file: string): Promise<Located<Baseline>> {
  const baseline = await asAuthored<Baseline>(await readYaml(file), 'baseline')
  const problems = baseline.value.expected.flatMap((entry, index) =>
    emptyIn(entry).map((name) => ({
      file,
      ...baseline.locate(['expected', index, name]),
      message: `${name} is empty: say ${words[name]}`,
    })),
  )
  if (problems.length > 0) throw new AuthoringError(problems)
  return baseline
}

const words = { reason: 'why this failure is accepted for now', owner: 'who mends it' } as const

function emptyIn(entry: Readonly<Record<keyof typeof words, string>>): readonly (keyof typeof words)[] {
  return (['reason', 'owner'] as const).filter((name) => entry[name].trim() === '')
}

/**
 * A baseline as text to be edited. What stands in the text that it had before, and still holds, stays there as it was written,
 * with its comments.
 */
export function baselineText(baseline: Baseline, before?: string): string {
  const document = before === undefined ? undefined : parseDocument(before)
  const written: unknown = document?.get('expected')
  if (!document || !isSeq(written) || hasAliases(document)) return newText(baseline)
  const { expected } = document.toJS() as Baseline
  const place = (entry: ExpectedFailure) => expected.findIndex((one) => isDeepStrictEqual(one, entry))
  const items = baseline.expected.map((entry) => written.items[place(entry)] ?? document.createNode(entry))
  document.set('scope', baseline.scope)
  written.items = items
  written.flow = false
  return document.toString({ lineWidth: 0 })
}

function newText(baseline: Baseline): string {
  return `# Failures that are expected for a while. Give each a reason and an owner: without them the file is refused.\n${stringify(baseline, { lineWidth: 0 })}`
}

/** What an alias stands for may be taken out. */
function hasAliases(document: Document): boolean {
  let found = false
  visit(document, {
    Alias() {
      found = true
      return visit.BREAK
    },
  })
  return found
}

/**
 * The text of a baseline; undefined when there is none yet.
 * @throws UsageError when it cannot be read
 */
export async function readBaselineText(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new UsageError(`cannot read ${file}: ${error.message}`, { cause: error })
  })
}
