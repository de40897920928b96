import { readFile, stat } from 'node:fs/promises'
import { type Document, parseDocument, type YAMLError } from 'yaml'
import { AuthoringError, UsageError } from '../errors.ts'
import type { Located } from '../model/located.ts'
import { linePositions } from './line-positions.ts'
import { type Parsed, parsedAhead } from './parsed-ahead.ts'
import { locateIn, placesOf } from './places.ts'
import { aliasOffsets, yamlDefects } from './yaml-defects.ts'
import { tooDeepAt } from './yaml-depth.ts'

const largestFile = 1024 * 1024

/**
 * Reads one YAML file that holds one document of JSON values, and keeps where each part was written.
 * A file with nothing but comments in it has the value null.
 * @throws AuthoringError at file:line:column for what cannot be read
 * @throws UsageError when there is no such file
 */
export async function readYaml(file: string): Promise<Located<unknown>> {
  const text = await readText(file)
  const { value, places } = (await parsedAhead(text)) ?? parseYaml(text, file)
  return { value, file, locate: (path) => locateIn(places, path) }
}

/** Reads a YAML text; throws as `readYaml` does. The file is what messages call it. */
export function parseYaml(text: string, file: string): Parsed {
  const positionOf = linePositions(text)
  const reject = (offset: number, message: string) => new AuthoringError([{ file, ...positionOf(offset), message }])
  const document = parse(text, reject)
  return { value: jsonValue(document, reject), places: placesOf(document, positionOf) }
}

type Reject = (offset: number, message: string) => AuthoringError

/** The text of a file that may be YAML; throws as `readYaml` does. */
export async function readText(file: string): Promise<string> {
  const info = await stat(file).catch(() => undefined)
  if (!info) throw new UsageError(`no such file: ${file}`)
  if (!info.isFile()) throw new UsageError(`${file} is not a file`)
  const reject = (message: string) => new AuthoringError([{ file, line: 1, column: 1, message }])
  if (info.size > largestFile) throw reject(`the file has ${info.size} bytes; at most ${largestFile} are read (1 MiB)`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch {
    throw reject('the file is not UTF-8 text; save it as UTF-8')
  }
}

function parse(text: string, reject: Reject): Document {
  const tooDeep = tooDeepAt(text)
  if (tooDeep !== undefined) throw reject(tooDeep, 'nested too deeply to be a storyboard, kit or catalogue')
  // Repeated keys are looked for afterwards: the parser would compare each key with each other one.
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false })
  const [error] = document.errors
  if (error) throw reject(error.pos[0], wordsFor(error))
  const [defect] = yamlDefects(document)
  if (defect) throw reject(defect.offset, defect.message)
  return document
}

function jsonValue(document: Document, reject: Reject): unknown {
  try {
    return document.toJS()
  } catch {
    throw reject(aliasOffsets(document)[0] ?? 0, 'aliases of aliases multiply beyond reason; write the values out')
  }
}

const remedies: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'put it in line with its neighbours',
  BLOCK_AS_IMPLICIT_KEY: 'a text with a colon in it must be in quotes',
  MULTILINE_IMPLICIT_KEY: 'is a colon missing after the key?',
  MISSING_CHAR: 'close it, or put the text in quotes',
  BAD_SCALAR_START: 'put the text in quotes',
  UNEXPECTED_TOKEN: 'a text with special characters must be in quotes',
}

function wordsFor(error: YAMLError): string {
  if (error.code === 'MULTIPLE_DOCS') return 'a second document begins here; keep one document in a file'
  const remedy = remedies[error.code]
  const message = error.message.slice(0, 200)
  return remedy === undefined ? message : `${message}; ${remedy}`
}
