import { parse } from 'parse5'
import { expect, it } from 'vitest'
import { hostile, hostileReport } from '../hostile-report.fixture.ts'
import { redact } from '../redact.ts'
import { locatedSteps } from '../report-steps.ts'
import { richReport } from '../rich-report.fixture.ts'
import { configuredSecret } from '../rich-steps.fixture.ts'
import { htmlReport } from './page.ts'
import { stepAnchor } from './words.ts'

const rich = redact(richReport(), [configuredSecret])

interface Node {
  readonly nodeName: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly Node[]
}

function all(html: string): readonly Node[] {
  const walk = (node: Node): readonly Node[] => [node, ...(node.childNodes ?? []).flatMap(walk)]
  return walk(parse(html) as unknown as Node)
}

function attribute(node: Node, name: string): string | undefined {
  return node.attrs?.find((one) => one.name === name)?.value
}

it('holds every requirement and every step, each at an address of its own', () => {
  const ids = all(htmlReport(rich)).flatMap((node) => attribute(node, 'id') ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining(rich.requirements.map(({ id }) => id)))
  expect(ids).toEqual(expect.arrayContaining(locatedSteps(rich).map(({ step }) => stepAnchor(step.address))))
})

it('links only within itself and to the text of the protocol', () => {
  const links = all(htmlReport(hostileReport())).flatMap((node) => attribute(node, 'href') ?? [])
  expect(links.filter((href) => !/^(#|https:\/\/adcontextprotocol\.org\/)/.test(href))).toEqual([])
})

it('keeps hostile text as text: one script, one style, no picture, no handler', () => {
  const nodes = all(htmlReport(hostileReport()))
  const count = (name: string) => nodes.filter(({ nodeName }) => nodeName === name).length
  expect({ script: count('script'), style: count('style'), img: count('img'), iframe: count('iframe') }).toEqual({
    script: 1,
    style: 1,
    img: 0,
    iframe: 0,
  })
  const handlers = nodes.flatMap(({ attrs }) =>
    (attrs ?? []).filter(({ name }) => name.startsWith('on') || name === 'style'),
  )
  expect(handlers).toEqual([])
  expect(htmlReport(hostileReport())).not.toContain(hostile.slice(0, 20))
})

it('tells no secret', () => {
  expect(htmlReport(rich)).not.toContain(configuredSecret)
})
