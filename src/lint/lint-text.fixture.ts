import { didYouMean, loadLanguage, openSchemaSet } from '../load/index.ts'
import { onlyStoryboard } from '../load/only-storyboard.fixture.ts'
import { scratchFolder } from '../load/scratch-folder.fixture.ts'
import { type Finding, type LintSources, lint } from './lint.ts'

/** What one rule says of a storyboard, as `line:column severity message`. */
export async function lintText(
  rule: string,
  text: string,
  known: Partial<LintSources> = {},
): Promise<readonly string[]> {
  const findings = await lintFile('x.yaml', text, known)
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}`)
}

/** What all rules say of a storyboard that stands at this path. */
export async function lintFile(
  path: string,
  text: string,
  known: Partial<LintSources> = {},
): Promise<readonly Finding[]> {
  const folder = await scratchFolder({ [path]: text })
  return lint(await onlyStoryboard(`${folder}/${path}`), {
    language: loadLanguage(),
    schemas: openSchemaSet('3.0.6'),
    kit: { status: 'none_named' },
    requirements: new Set(),
    now: Date.parse('2026-11-21T00:00:00Z'),
    didYouMean,
    ...known,
  })
}

/** A storyboard of these steps; the first begins in line 5, its keys in column 9. */
export function steps(...written: readonly string[]): string {
  const lines = written.map((step, i) => `      - id: s${i + 1}\n${step.replaceAll(/^/gm, '        ')}\n`)
  return `id: x\nphases:\n  - id: p\n    steps:\n${lines.join('')}`
}
