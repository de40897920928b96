import { AuthoringError } from '../../errors.ts'
import { type Finding, type KitLookup, type LintSources, lint } from '../../lint/lint.ts'
import {
  chooseRelease,
  didYouMean,
  findStoryboards,
  loadLanguage,
  loadStoryboards,
  loadTestKit,
  openSchemaSet,
  resolveTestKit,
  shippedRequirements,
  shippedStoryboards,
} from '../../load/index.ts'
import { adcpVersions } from '../../model/adcp-version.ts'
import type { Located } from '../../model/located.ts'
import type { Storyboard } from '../../model/storyboard.ts'
import { counted } from '../../report/counted.ts'
import { terminalSafe } from '../../report/terminal-safe.ts'
import { bundlesFolder } from '../bundles-folder.ts'
import type { Io } from '../io.ts'
import { releaseOf, versionOf } from '../run-settings.ts'

export interface LintFlags {
  readonly adcpVersion: string
}

/** Prints `file:line:column  severity  rule  message` for each mistake; 2 when one of them is an error. */
export async function lintCommand(paths: readonly string[], flags: LintFlags, io: Io): Promise<number> {
  const sources = await commonSources(flags, io)
  const files = paths.length === 0 ? await shippedStoryboards() : await filesAt(paths)
  const findings: Finding[] = []
  for (const file of files) findings.push(...(typeof file === 'string' ? await lintFile(file, sources) : [file]))
  for (const finding of findings) io.stdout.write(`${inWords(finding)}\n`)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const totals = `${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')}`
  io.stderr.write(`${totals} in ${counted(files.length, 'storyboard')}\n`)
  return errors > 0 ? 2 : 0
}

type CommonSources = Omit<LintSources, 'kit'>

async function commonSources({ adcpVersion }: LintFlags, { clock, env }: Io): Promise<CommonSources> {
  const requirements = await shippedRequirements()
  const bundles = bundlesFolder(env)
  const { release } = chooseRelease(adcpVersions[versionOf(adcpVersion)], bundles, releaseOf(adcpVersion).release)
  return {
    language: loadLanguage(),
    schemas: openSchemaSet(release, bundles),
    requirements: new Set(requirements.map(({ id }) => id)),
    now: clock.now(),
    didYouMean,
  }
}

/** A file that is named and is no storyboard is a finding like others. */
async function filesAt(paths: readonly string[]): Promise<readonly (string | Finding)[]> {
  const found: (string | Finding)[] = []
  for (const path of paths) found.push(...(await findStoryboards(path).catch(asFindings)))
  return found
}

async function lintFile(file: string, sources: CommonSources): Promise<readonly Finding[]> {
  try {
    const found: Finding[] = []
    for (const board of await loadStoryboards(file))
      found.push(...(await lint(board, { ...sources, kit: await kitOf(board) })))
    return once(found)
  } catch (error) {
    return asFindings(error)
  }
}

/** What is wrong with the text that several storyboards share is said once. */
function once(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [inWords(finding), finding])).values()].toSorted(
    (a, b) => a.line - b.line || a.column - b.column,
  )
}

async function kitOf(board: Located<Storyboard>): Promise<KitLookup> {
  const ref = board.value.prerequisites?.test_kit
  if (ref === undefined) return { status: 'none_named' }
  try {
    return { status: 'found', kit: (await loadTestKit(resolveTestKit(ref, board))).value }
  } catch (error) {
    if (error instanceof AuthoringError) return { status: 'missing', message: error.message }
    throw error
  }
}

/** What keeps a storyboard from being loaded at all. */
function asFindings(error: unknown): readonly Finding[] {
  if (!(error instanceof AuthoringError)) throw error
  return error.problems.map((problem) => ({ ...problem, severity: 'error', rule: 'format' }))
}

function inWords({ file, line, column, severity, rule, message }: Finding): string {
  return `${file}:${line}:${column}  ${severity}  ${rule}  ${terminalSafe(message, 1000)}`
}
