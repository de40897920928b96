import type { Environment } from '../config/environment.ts'
import { UsageError } from '../errors.ts'

/**
 * The value of a variable that a flag names.
 * @throws UsageError when it is not set; a text that is no name of a variable is not repeated, as it may be the secret itself
 */
export function variable(name: string, flag: string, env: Environment): string {
  if (!/^\w+$/.test(name))
    throw new UsageError(`${flag} must name an environment variable, and what it was given is no name of one`)
  const value = env[name]
  if (value) return value
  throw new UsageError(`the environment variable ${name} that ${flag} names is not set. Set it, or name another one`)
}
