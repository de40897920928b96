import { loadLanguage } from '../language.ts'
import { blockedChecks, officialChecks } from './language-checks.ts'
import { languageTable } from './language-table.ts'
import type { Since, Word } from './word.ts'

/** docs/language.md: every word of the storyboard language, and what this release does with it. */
export function languagePage(): string {
  const places = Object.entries<Readonly<Record<string, Word>>>(languageTable)
  return [
    head,
    ...places.map(([place, words]) => section(titles[place] ?? place, Object.entries(words).map(wordRow))),
    section('Kinds of checks', Object.entries(officialChecks).map(checkRow)),
    foot,
  ].join('\n')
}

const head = `# The storyboard language

Every word that the official storyboards of AdCP 3.0.6 and 3.1.19 and the older ones of 4.22 and 4.23 use, and what this release does with it:
**run** has its effect, **text** is for people, **blocked** keeps the step from being run, with the reason. Nothing that is blocked counts as
passed, and the agent is not blamed for it. Made by \`npm run publish-language\` from \`src/load/language/language-table.ts\`; a test walks all official
files and fails at a word that the table does not know.
`

const foot = `Our own kinds begin with \`gov_\`; \`adcp-gov-comply list checks\` shows them, \`explain <kind>\` their keys.

## How names are found

\`--storyboard\` takes an id of ours, then a file or folder, then an official id; \`official/<id>\` names the official one of two with the same id.
A storyboard of one release is never graded by the schemas of another: a file from another release's tree is refused.
`

const titles: Readonly<Record<string, string>> = {
  storyboard: 'Storyboard',
  agent: '`agent`',
  caller: '`caller`',
  prerequisites: '`prerequisites`',
  fixtures: '`fixtures`',
  capability: '`requires_capability`',
  requires: 'Values of `requires`',
  invariant: 'Invariants',
  tool_family: '`required_any_of_tools`',
  phase: 'Phase',
  branch_set: '`branch_set`',
  step: 'Step',
  auth: '`auth`',
  context_output: '`context_outputs`',
  context_input: '`context_inputs`',
  filter: '`filter` of webhooks',
  retry_trigger: '`retry_trigger`',
  catalog_binding: '`catalog_bindings`',
  parallel_dispatch: '`parallel_dispatch`',
  rate_limit_trip: '`rate_limit_trip`',
  validation: 'Validation',
  task: 'Tasks of the runner',
  peer_task: 'Tasks of the buyer',
  placeholder: 'Placeholders',
}

const sinces: Readonly<Record<Since, string>> = {
  old: '4.22',
  '3.0': '3.0',
  '3.1': '3.1',
  later: 'after 3.1',
  ours: 'ours',
}

function section(title: string, rows: readonly string[]): string {
  return `## ${title}\n\n| word | since | use | |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
}

function wordRow([name, { since, use, note }]: [string, Word]): string {
  return `| \`${name}\` | ${sinces[since]} | ${use} | ${note} |`
}

function checkRow([kind, since]: [string, Since]): string {
  const { checks, summaries } = loadLanguage()
  const use = checks.has(kind) ? 'run' : 'blocked'
  return `| \`${kind}\` | ${sinces[since]} | ${use} | ${blockedChecks[kind] ?? summaries.get(kind) ?? ''} |`
}
