import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** One broken rule, as the compiled validators report it. */
export interface RawSchemaError {
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly message?: string
  /** What the keyword compared with: allowedValues, missingProperty, limit … */
  readonly params: Readonly<Record<string, unknown>>
}

/** Every broken rule; an empty list means valid. */
export type Validator = (value: unknown) => readonly RawSchemaError[]

interface CompiledFunction {
  (value: unknown): boolean
  errors?: RawSchemaError[] | null
}

/** A validator that the build compiled. Nothing of ajv is loaded for it. */
export async function importValidator(file: string, name: string): Promise<Validator> {
  if (!existsSync(file)) throw new Error(`${file} is missing: build the program first, with "npm run build"`)
  const module: Readonly<Record<string, CompiledFunction>> = await import(pathToFileURL(file).href)
  const validate = module[name]
  if (!validate) throw new Error(`${file} has no "${name}": build the program again, with "npm run build"`)
  return (value) => (validate(value) ? [] : (validate.errors ?? []))
}
