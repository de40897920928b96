import { readdirSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { expect, it } from 'vitest'

/** What a folder of src may import beside itself (`type x`: types only). cli may import anything; run.ts and index.ts, all but cli. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  errors: [],
  json: ['model', 'errors'],
  checks: ['model', 'json', 'token', 'errors'],
  judge: ['model', 'json', 'checks', 'errors'],
  request: ['model', 'json', 'errors'],
  invariants: ['model', 'json'],
  select: ['model', 'json', 'errors'],
  plan: ['model', 'json', 'select', 'errors', 'request'],
  execute: [
    'model',
    'json',
    'request',
    'judge',
    'checks',
    'invariants',
    'errors',
    'plan',
    'select',
    'token',
    'signatures',
    'substitution',
    'type keys',
    'type peers',
  ],
  signatures: ['model', 'json'],
  substitution: [],
  peers: ['model', 'errors', 'token', 'reference'],
  keys: ['model', 'token'],
  config: ['model', 'errors', 'load', 'type auth'],
  auth: ['model', 'errors', 'keys', 'transport'],
  transport: ['model', 'json', 'errors'],
  token: ['model', 'json'],
  reference: ['model', 'json', 'token', 'errors', 'keys'],
  load: ['model', 'json', 'errors'],
  bundle: ['model', 'errors', 'load'],
  coverage: ['model', 'plan'],
  doctor: ['model', 'json', 'errors', 'load', 'keys', 'select', 'transport', 'report', 'run'],
  evidence: ['model', 'json', 'errors', 'judge', 'load', 'report', 'run', 'keys', 'peers'],
  gates: ['model', 'judge', 'report', 'errors'],
  attest: ['model', 'json', 'errors', 'evidence'],
  certify: ['model', 'json', 'errors', 'evidence', 'attest', 'load', 'report', 'run', 'keys'],
  lint: ['model', 'json', 'errors', 'type load', 'request'],
  report: ['model', 'json', 'errors'],
  'self-test': ['model', 'peers', 'plan', 'reference', 'run', 'token', 'transport'],
}

/** Which files may use a package. */
const usedBy: readonly (readonly [RegExp, RegExp])[] = [
  [/^yaml$/, /^load\//],
  [/^(node:)?fs(\/|$)/, /^(load\/|bundle\/|report\/(write|log)\.ts$)/],
  [/^@modelcontextprotocol\/sdk(\/|$)/, /^(transport|peers|reference)\//],
  [/^@a2a-js\/sdk(\/|$)/, /^(transport|peers|reference)\//],
  [/^@adcp\/client(\/|$)/, /^transport\//],
  [/^commander$/, /^cli\//],
  [/^fast-xml-parser$/, /^report\/formats\/junit\.ts$/],
  [/^mdast-/, /^report\/formats\/markdown\.ts$/],
  [/^(hastscript|hast-util-)/, /^(report\/html\/|certify\/badge\.ts$)/],
  [/^chalk$/, /^report\/console[^/]*\.ts$/],
  [/^ajv/, /^load\/ajv-compiler\.ts$/],
  [/^tar$/, /^bundle\//],
  [/^fflate$/, /^evidence\/container\.ts$/],
  [/^re2js$/, /^json\//],
  [/^structured-headers$/, /^signatures\//],
  [/^tldts$/, /^keys\//],
  [/^parse5$/, /^substitution\//],
  [/^selfsigned$/, /^peers\//],
  [/^jose$/, /^(token|reference|transport)\//],
]

const statement = /^(?:import|export) (type )?(?:[\w$*{},\s]+ from )?'([^']+)'|\bimport\(\s*()'([^']+)'/gm
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!\.(test|fixture))\.ts$/.test(file),
)
const imports = files.flatMap((file) => {
  const source = readFileSync(join(import.meta.dirname, file), 'utf8')
  return [...source.matchAll(statement)].map(([, type, name, , late]) => ({ file, to: name ?? late ?? '', type }))
})

const folderOf = (path: string) => path.split('/')[0]?.replace(/\.ts$/, '') ?? ''

function isAllowed({ file, to, type }: (typeof imports)[number]): boolean {
  if (!to.startsWith('.')) return usedBy.every(([name, users]) => !name.test(to) || users.test(file))
  const from = folderOf(file)
  const folder = folderOf(normalize(join(file, '..', to)))
  if (from === folder || from === 'cli') return true
  if (from === 'run' || from === 'index') return folder !== 'cli'
  return mayImport[from]?.some((may) => may === folder || (type && may === `type ${folder}`)) ?? false
}

it('reads the imports of every folder', () => {
  const silent = Object.keys(mayImport).filter((folder) => !imports.some(({ file }) => folderOf(file) === folder))
  expect(silent).toEqual(['errors'])
})

it('finds that imports go one way', () => {
  expect(imports.filter((one) => !isAllowed(one)).map(({ file, to }) => `${file} imports ${to}`)).toEqual([])
})
