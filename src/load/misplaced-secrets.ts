import type { AuthoringProblem } from '../errors.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import type { Located } from '../model/located.ts'

type Path = readonly string[]

/** Keys under which people write the secret itself, each with what to write instead. */
const remedies: Readonly<Record<string, string>> = {
  token: 'bearer: { env: NAME }',
  auth_token: 'bearer: { env: NAME }',
  access_token: 'bearer: { env: NAME }',
  bearer: 'bearer: { env: NAME }',
  authorization: 'bearer: { env: NAME }',
  basic: 'basic: { username: me, password_env: NAME }',
  password: 'password_env: NAME',
  api_key: 'api_key: { header: X-Api-Key, env: NAME }',
  value: 'env: NAME',
  key: 'env: NAME',
  secret: 'env: NAME',
  client_secret: 'client_secret_env: NAME',
}

/** Secrets that stand in a configuration file, or where it should name a variable; their text is not repeated. */
export function misplacedSecrets(source: Located<unknown>): readonly AuthoringProblem[] {
  return authSections(source.value).flatMap(([path, section]) =>
    secretsWithin(section, path).map(([at, message]) => ({ file: source.file, ...source.locate(at), message })),
  )
}

/** Each place that says how to be let in. */
function authSections(root: unknown): readonly (readonly [Path, unknown])[] {
  if (!isJsonObject(root)) return []
  const agents = isJsonObject(root.agents) ? Object.entries(root.agents) : []
  return [
    ...sectionsOf(root, []),
    ...agents.flatMap(([key, agent]) => (isJsonObject(agent) ? sectionsOf(agent, ['agents', key]) : [])),
  ]
}

function sectionsOf(owner: JsonObject, path: Path): readonly (readonly [Path, unknown])[] {
  const principals = isJsonObject(owner.principals) ? Object.entries(owner.principals) : []
  return [
    [[...path, 'auth'], owner.auth] as const,
    ...principals.map(([name, auth]) => [[...path, 'principals', name], auth] as const),
  ]
}

function secretsWithin(value: unknown, path: Path): readonly (readonly [Path, string])[] {
  if (typeof value === 'string') return [[path, inPlain(path, 'bearer: { env: NAME }')]]
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]): readonly (readonly [Path, string])[] => {
    const at = [...path, key]
    if (typeof inner !== 'string' && typeof inner !== 'number')
      return key === 'headers_env' ? variables(inner, at) : secretsIn(inner, at)
    const remedy = Object.hasOwn(remedies, key) ? remedies[key] : undefined
    if (remedy !== undefined) return [[at, inPlain(at, remedy)]]
    return isVariableKey(key) ? misnamed(inner, at) : []
  })
}

/** A section may be nested; a text that stands where one should be was looked at by its key. */
function secretsIn(value: unknown, path: Path): readonly (readonly [Path, string])[] {
  return isJsonObject(value) ? secretsWithin(value, path) : []
}

function variables(value: unknown, path: Path): readonly (readonly [Path, string])[] {
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, variable]) => misnamed(variable, [...path, name]))
}

function isVariableKey(key: string): boolean {
  return key === 'env' || key.endsWith('_env')
}

function misnamed(value: unknown, path: Path): readonly (readonly [Path, string])[] {
  if (typeof value !== 'string' || /^[A-Za-z_]\w*$/.test(value)) return []
  return [[path, `${path.join('.')} must name an environment variable, and this is no name of one`]]
}

function inPlain(path: Path, remedy: string): string {
  return `${path.join('.')} holds a secret, and this file is no place for it: put it into an environment variable and write ${remedy}`
}
