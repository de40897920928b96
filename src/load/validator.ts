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

export interface CompiledFunction {
  (value: unknown): boolean
  errors?: RawSchemaError[] | null
}

/** A validator that the build compiled. Nothing of ajv is loaded for it. */
export async function importValidator(file: string, name: string): Promise<Validator> {
  if (!existsSync(file)) throw new Error(`${file} is missing: build the program first, with "npm run build"`)
  const module: Readonly<Record<string, CompiledFunction>> = await import(pathToFileURL(file).href)
  const validate = module[name]
  if (!validate) throw new Error(`${file} has no "${name}": build the program again, with "npm run build"`)
  return (value) => errorsOf(validate, value)
}

/** A value is what an agent or an author sent: that it has errors without end, or is nested without end, is one more error. */
export function errorsOf(validate: CompiledFunction, value: unknown): readonly RawSchemaError[] {
  try {
    return validate(value) ? [] : (validate.errors ?? [])
  } catch (error) {
    if (error instanceof RangeError) return [giveUp('is nested too deeply to be checked')]
    if (error instanceof Error && 'errors' in error)
      return [...(error.errors as readonly RawSchemaError[]), giveUp(`has ${error.message}`)]
    throw error
  }
}

function giveUp(message: string): RawSchemaError {
  return { instancePath: '', schemaPath: '#', keyword: 'limit', message, params: {} }
}
