import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AuthoringError } from '../errors.ts'
import type { Config } from '../model/config.ts'
import type { Located } from '../model/located.ts'
import { asAuthored } from './authored.ts'
import { misplacedSecrets } from './misplaced-secrets.ts'
import { readYaml } from './yaml-file.ts'

/** What is looked for in the current folder. */
export const configFileName = 'adcp-gov-comply.yaml'

/**
 * Reads a configuration file. Secrets in it are refused before anything else is said of it: no message repeats one.
 * @throws AuthoringError at file:line:column
 * @throws UsageError when there is no such file
 */
export async function loadConfig(file: string): Promise<Located<Config>> {
  const source = await readYaml(file)
  const problems = misplacedSecrets(source)
  if (problems.length > 0) throw new AuthoringError(problems)
  return asAuthored<Config>(source, 'config')
}

/** The configuration file of a folder; undefined when it has none. */
export function configIn(folder: string): string | undefined {
  const file = join(folder, configFileName)
  return existsSync(file) ? file : undefined
}
