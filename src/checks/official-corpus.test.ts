import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import { list } from 'tar'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checks, findCheck } from './index.ts'

interface Authored {
  readonly check: string
}

interface Board {
  readonly phases?: readonly { readonly steps?: readonly { readonly validations?: readonly Authored[] }[] }[]
}

const ajv = new Ajv({ strict: false })

/** What no check of this release takes: the kind, or its parameters. */
function defects(texts: readonly string[]): readonly string[] {
  return validationsIn(texts).flatMap((validation) => {
    const check = findCheck(validation.check)
    if (!check) return [`${validation.check} is not known`]
    return ajv.validate(check.params, validation) ? [] : [`${JSON.stringify(validation)}: ${ajv.errorsText()}`]
  })
}

function validationsIn(texts: readonly string[]): readonly Authored[] {
  const boards = texts.map((text) => parse(text) as Board | null)
  return boards.flatMap((board) =>
    (board?.phases ?? []).flatMap(({ steps = [] }) => steps.flatMap((step) => step.validations ?? [])),
  )
}

describe('the official storyboards of AdCP 3.0.6', () => {
  const sdk = dirname(createRequire(import.meta.url).resolve('@adcp/sdk/package.json'))
  const corpus = join(sdk, 'compliance/cache/3.0.6')
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  // domains/ repeats protocols/.
  const texts = files
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('domains'))
    .map((name) => readFileSync(join(corpus, name), 'utf8'))

  it('ask for checks that this release has, with parameters that they take', () => {
    expect(validationsIn(texts).length).toBeGreaterThan(1_300)
    expect(defects(texts)).toEqual([])
  })
})

const bundle = join(import.meta.dirname, '../../../shared/adcp/adcp-3.1.19.tgz')
const bundleIsHere = existsSync(bundle)
if (!bundleIsHere)
  console.info(`The bundle of AdCP 3.1.19 is not at ${bundle}: that its checks are known is not tested.`)

describe.skipIf(!bundleIsHere)('the official storyboards of AdCP 3.1.19', () => {
  it('ask for checks that this release has, with parameters that they take', async () => {
    const texts = await yamlIn(bundle)
    expect(validationsIn(texts).length).toBeGreaterThan(2_600)
    expect(defects(texts)).toEqual([])
  })

  it('may ask for every kind that their contract lists', async () => {
    const contract = (await yamlIn(bundle, 'runner-output-contract.yaml')).map((text) => parse(text))
    const kinds: readonly string[] = contract.flatMap((one) => [
      ...one.authored_check_kinds,
      ...one.cross_response_check_kinds,
    ])
    expect(kinds).toHaveLength(27)
    expect(kinds.filter((kind) => !checks.some((check) => check.kind === kind))).toEqual([])
  })
})

async function yamlIn(archive: string, ending = '.yaml'): Promise<readonly string[]> {
  const texts: Promise<string>[] = []
  await list({
    file: archive,
    filter: (path) => path.includes('/compliance/') && path.endsWith(ending),
    onReadEntry: (entry) => void texts.push(entry.concat().then((bytes) => bytes.toString('utf8'))),
  })
  return await Promise.all(texts)
}
