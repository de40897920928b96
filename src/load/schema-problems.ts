import type { AuthoringProblem } from '../errors.ts'
import { isJsonObject } from '../model/json.ts'
import type { Located } from '../model/located.ts'
import { ruleInWords } from './rule-in-words.ts'
import type { RawSchemaError } from './validator.ts'

type Path = readonly (string | number)[]

/** Says in plain words, at the right line and column, what breaks the schema of an authored file. */
export function schemaProblems(
  errors: readonly RawSchemaError[],
  source: Located<unknown>,
  noun: string,
): readonly AuthoringProblem[] {
  const problems = withoutEchoes(errors).map((error): AuthoringProblem => {
    const path = pathOf(error, source.value)
    const value = valueAt(source.value, path)
    const extra = error.keyword === 'additionalProperties' ? [String(error.params.additionalProperty)] : []
    const message = `${nameOf(path, value, noun)} ${ruleInWords(error, value, alternativesOf(error, errors))}`
    return { file: source.file, ...source.locate([...path, ...extra]), message }
  })
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
}

/** Without the errors that only repeat another one: a failed branch, a failed condition, other rules for a value of the wrong type. */
function withoutEchoes(errors: readonly RawSchemaError[]): readonly RawSchemaError[] {
  const wrongType = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath))
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf')
  return errors.filter((error) => {
    if (error.keyword === 'if') return false
    if (error.keyword !== 'type' && wrongType.has(error.instancePath)) return false
    return !choices.some((choice) => isBranchOf(error, choice))
  })
}

function isBranchOf(error: RawSchemaError, choice: RawSchemaError): boolean {
  return error.instancePath === choice.instancePath && error.schemaPath.startsWith(`${choice.schemaPath}/`)
}

/** The keys of which a failed `anyOf` wanted one. */
function alternativesOf(choice: RawSchemaError, errors: readonly RawSchemaError[]): readonly string[] {
  if (choice.keyword !== 'anyOf') return []
  const missing = errors.filter((error) => error.keyword === 'required' && isBranchOf(error, choice))
  return missing.map(({ params }) => String(params.missingProperty))
}

function pathOf({ instancePath }: RawSchemaError, root: unknown): Path {
  const keys = instancePath.split('/').slice(1)
  const names = keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  return names.map((name, i) => (Array.isArray(valueAt(root, names.slice(0, i))) ? Number(name) : name))
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)]
    return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  }, root)
}

/** A validation is called by its kind, everything else by its path. */
function nameOf(path: Path, value: unknown, noun: string): string {
  if (path.at(-2) === 'validations' && isJsonObject(value) && typeof value.check === 'string') return value.check
  const name = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')
  return name === '' ? noun : name.replace(/^\./, '')
}
