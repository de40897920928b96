import { type Document, isNode, isScalar, type Pair, visit, type YAMLMap } from 'yaml'

export interface YamlDefect {
  readonly offset: number
  readonly message: string
}

const mostAliases = 100

/** What YAML allows and our files must not hold: repeated keys, loops, masses of aliases, what JSON has no word for. */
export function yamlDefects(document: Document): readonly YamlDefect[] {
  const aliases = aliasOffsets(document)
  const excess = aliases[mostAliases]
  if (excess !== undefined)
    return [{ offset: excess, message: `more than ${mostAliases} aliases; write the values out` }]
  const defects: YamlDefect[] = document.warnings.map(({ pos, message }) => ({ offset: pos[0], message }))
  visit(document, {
    Map: (_, map) => void defects.push(...repeatedKeys(map)),
    Pair: (_, pair) => void defects.push(...unusableKey(pair)),
    Scalar: (_, { value, range, source }) => {
      if (typeof value === 'number' && !Number.isFinite(value))
        defects.push({ offset: range?.[0] ?? 0, message: `${source} is not a number that JSON can hold` })
    },
    Alias: (_, alias, path) => {
      const target = alias.resolve(document)
      if (!target)
        defects.push({
          offset: alias.range?.[0] ?? 0,
          message: `*${alias.source} stands for nothing; a text that begins with * must be in quotes`,
        })
      if (target && path.includes(target))
        defects.push({
          offset: alias.range?.[0] ?? 0,
          message: `*${alias.source} stands for something that contains it`,
        })
    },
  })
  return defects.toSorted((a, b) => a.offset - b.offset)
}

/** Where each alias of a document is written, in order. */
export function aliasOffsets(document: Document): readonly number[] {
  const offsets: number[] = []
  visit(document, { Alias: (_, alias) => void offsets.push(alias.range?.[0] ?? 0) })
  return offsets
}

function repeatedKeys(map: YAMLMap): readonly YamlDefect[] {
  const seen = new Set<string>()
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return []
    const name = String(key.value)
    const repeated = seen.has(name)
    seen.add(name)
    return repeated
      ? [{ offset: key.range?.[0] ?? 0, message: `the key "${name}" is repeated; keep one of the two` }]
      : []
  })
}

function unusableKey({ key, value }: Pair): readonly YamlDefect[] {
  if (isScalar(key) && key.value !== null) return []
  const at = [key, value].find((node) => isNode(node) && node.range)
  const offset = isNode(at) ? (at.range?.[0] ?? 0) : 0
  return [
    { offset, message: isScalar(key) || key === null ? 'there is no key before this colon' : 'a key must be text' },
  ]
}
