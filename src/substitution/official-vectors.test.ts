import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { readJson, vectorsOf } from '../signatures/vectors.fixture.ts'
import { encodeUnreserved } from './encode.ts'
import { bindingOf, judgeBindings } from './judge-bindings.ts'
import { trackerUrls } from './tracker-urls.ts'

const bundle = join(import.meta.dirname, '../../../shared/adcp/adcp-3.1.19.tgz')
const bundleIsHere = existsSync(bundle)
if (!bundleIsHere) console.info(`No bundle at ${bundle}: the official substitution vectors are not tested.`)
const vectors = bundleIsHere
  ? (readJson(join(vectorsOf('3.1', bundle), 'catalog-macro-substitution.json')).vectors as readonly JsonObject[])
  : []

const asHtml = (url: string) => `<img src="${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`

describe.skipIf(!bundleIsHere)('the official substitution vectors', () => {
  it('are there', () => {
    expect(vectors.length).toBeGreaterThan(0)
  })

  it.each(vectors.map((vector) => [vector.name, vector] as const))(
    '%s: encodes as it must be, is recognised, and the raw value is caught',
    (_name, vector) => {
      const [macro, value, template, expected] = ['macro', 'value', 'template', 'expected'].map((key) =>
        String(vector[key]),
      )
      if (macro === undefined || value === undefined || template === undefined || expected === undefined)
        throw new Error()
      expect(template.replaceAll(macro, encodeUnreserved(value))).toBe(expected)
      const binding = bindingOf(macro, String(vector.name), value)
      expect(judgeBindings([binding], template, trackerUrls(asHtml(expected)))).toEqual([{ binding }])
      const raw = template.replaceAll(macro, value)
      const [finding] = judgeBindings([binding], template, trackerUrls(asHtml(raw)))
      expect(finding?.fault).toBe('substitution_encoding_violation')
    },
  )
})
