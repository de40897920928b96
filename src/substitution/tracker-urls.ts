import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** An address that a preview carries where a browser would fetch or open it. */
export interface TrackerUrl {
  /** As it is written, after HTML's own escapes. */
  readonly url: string
  readonly tag: string
  readonly attribute: string
  /** Counts from 1. */
  readonly line: number | null
}

/** Where addresses are looked for, and nowhere else. Source: substitution-observer-runner, html_attribute_extraction_set. */
const places: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  img: ['src', 'srcset'],
  iframe: ['src'],
  source: ['src', 'srcset'],
  link: ['href'],
  meta: ['content'],
}
const everywhere = ['data-impression-url', 'data-click-url', 'data-tracker-url', 'data-vast-url']

/** Addresses kept of one preview. */
const most = 10_000

/** The addresses of a preview, in the order of the document. Comments and scripts are not looked into. */
export function trackerUrls(html: string): readonly TrackerUrl[] {
  const found: TrackerUrl[] = []
  const open: Node[] = [parse(html, { sourceCodeLocationInfo: true })]
  while (open.length > 0 && found.length < most) {
    const node = open.pop()
    if (node === undefined) break
    if ('tagName' in node) found.push(...urlsOf(node))
    open.push(...childrenOf(node).reverse())
  }
  return found.slice(0, most)
}

function childrenOf(node: Node): Node[] {
  const own = 'childNodes' in node ? [...node.childNodes] : []
  return 'content' in node ? [...own, node.content] : own
}

function urlsOf({ tagName, attrs, sourceCodeLocation }: Element): readonly TrackerUrl[] {
  const names = [...(places[tagName] ?? []), ...everywhere]
  const line = sourceCodeLocation?.startLine ?? null
  return attrs
    .filter(({ name }) => names.includes(name))
    .flatMap(({ name, value }) =>
      addressesIn(tagName, name, value).map((url) => ({ url, tag: tagName, attribute: name, line })),
    )
}

/** A srcset holds several addresses; a meta refresh has a time before its address. */
function addressesIn(tag: string, attribute: string, value: string): readonly string[] {
  if (attribute === 'srcset') return srcset(value)
  const refresh = tag === 'meta' ? /^\s*\d+\s*[;,]\s*url\s*=\s*(.*)$/is.exec(value)?.[1] : undefined
  const address = (refresh ?? value).replace(/^(['"])(.*)\1$/s, '$2').trim()
  return address === '' ? [] : [address]
}

/** A candidate ends at white space or at a comma before white space; commas within an address belong to it. */
function srcset(value: string): readonly string[] {
  return value
    .split(/,\s+|,$/)
    .map((candidate) => candidate.trim().split(/\s+/)[0] ?? '')
    .filter((address) => address !== '')
}
