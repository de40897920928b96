import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node } from 'yaml'

interface Place {
  readonly offset: number
  readonly node: unknown
}

/** Finds where the node at a path begins: the key of a mapping entry, the item of a list; or its nearest existing ancestor. */
export function nodeFinder(document: Document): (path: readonly (string | number)[]) => number {
  return (path) => {
    let place: Place = { node: document.contents, offset: offsetOf(document.contents) }
    for (const key of path) {
      const next = child(resolved(place.node, document), key)
      if (!next) break
      place = next
    }
    return place.offset
  }
}

function child(node: unknown, key: string | number): Place | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => keyText(item.key) === String(key))
    return pair && { offset: offsetOf(pair.key), node: pair.value }
  }
  if (!isSeq(node)) return undefined
  const item = node.items[Number(key)]
  return isNode(item) ? { offset: offsetOf(item), node: item } : undefined
}

function keyText(key: unknown): string {
  return String(isScalar(key) ? key.value : key)
}

function resolved(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node
}

function offsetOf(node: unknown): number {
  return isNode(node) ? ((node as Node).range?.[0] ?? 0) : 0
}
