import { type Document, isAlias, isMap, isNode, isScalar, isSeq } from 'yaml'
import type { Position } from '../model/located.ts'

/** Where a value begins, and where its parts do: line, column, and for a mapping or a list the places of what is in it. */
export type Place =
  | readonly [line: number, column: number]
  | readonly [line: number, column: number, parts: Readonly<Record<string, Place>> | readonly Place[]]

/** The places of a whole document. It must be free of loops of aliases. */
export function placesOf(document: Document, positionOf: (offset: number) => Position): Place {
  /** What several aliases stand for is walked once. */
  const walked = new Map<unknown, Place[2]>()

  /** A mapping entry stands at its key, so whoever holds a node says where it is. */
  function place(node: unknown, offset: number): Place {
    const { line, column } = positionOf(offset)
    const parts = partsOf(isAlias(node) ? node.resolve(document) : node)
    return parts === undefined ? [line, column] : [line, column, parts]
  }

  function partsOf(node: unknown): Place[2] {
    if (!walked.has(node)) walked.set(node, walk(node))
    return walked.get(node)
  }

  function walk(node: unknown): Place[2] {
    if (isMap(node)) return Object.fromEntries(node.items.map(entry))
    return isSeq(node) ? node.items.map((item) => place(item, offsetOf(item))) : undefined
  }

  function entry({ key, value }: { key: unknown; value: unknown }): [string, Place] {
    return [String(isScalar(key) ? key.value : key), place(value, offsetOf(key))]
  }

  return place(document.contents, offsetOf(document.contents))
}

/** The position of the node at this path, or of its nearest existing ancestor. */
export function locateIn(root: Place, path: readonly (string | number)[]): Position {
  let place = root
  for (const key of path) {
    const part = partAt(place[2], key)
    if (!part) break
    place = part
  }
  return { line: place[0], column: place[1] }
}

function partAt(parts: Place[2], key: string | number): Place | undefined {
  if (parts === undefined) return undefined
  if (Array.isArray(parts)) return parts[Number(key)]
  const named = parts as Readonly<Record<string, Place>>
  return Object.hasOwn(named, key) ? named[key] : undefined
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0
}
