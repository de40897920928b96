import { join } from 'node:path'
import { UsageError } from '../../errors.ts'
import { configFileName } from '../../load/config.ts'
import { toolVersion } from '../../load/index.ts'
import { isThere, makeFolderOf, writeFileAtomic } from '../../report/write.ts'
import { parseAgentUrl } from '../../transport/index.ts'
import { ciFileFor } from '../init/ci-files.ts'
import { configText, placeholder } from '../init/config-text.ts'
import type { Io } from '../io.ts'
import { versionOf } from '../run-settings.ts'

export interface InitFlags {
  readonly ci: string
  readonly adcpVersion: string
  readonly folder: string
  readonly force?: boolean
}

interface NewFile {
  readonly path: string
  readonly text: string
}

/**
 * Writes a configuration file and, if wanted, a job for a CI server, and says what to do next. What is there already stays,
 * unless it is forced.
 * @throws UsageError when nothing is left to write, or the agent's address is none
 */
export async function initCommand(url: string | undefined, flags: InitFlags, io: Io): Promise<number> {
  const address = url === undefined ? placeholder : parseAgentUrl(url).href
  const ci = ciFileFor(flags.ci)
  const files: readonly NewFile[] = [
    { path: configFileName, text: configText({ url: address, adcpVersion: versionOf(flags.adcpVersion) }) },
    ...(ci ? [{ path: ci.path, text: ci.text(toolVersion()) }] : []),
  ].map(({ path, text }) => ({ path: join(flags.folder, path), text }))
  const kept = flags.force ? [] : files.filter(({ path }) => isThere(path))
  if (kept.length === files.length)
    throw new UsageError(
      `${pathsOf(kept).join(' and ')} ${kept.length === 1 ? 'is' : 'are'} there already; replace with --force`,
    )
  for (const file of files.filter((one) => !kept.includes(one))) await write(file, io)
  for (const { path } of kept) io.stderr.write(`${path} is there already, and stays; --force replaces it\n`)
  io.stderr.write(nextSteps(url === undefined, ci?.next))
  return 0
}

async function write({ path, text }: NewFile, io: Io): Promise<void> {
  await makeFolderOf(path)
  await writeFileAtomic(path, text)
  io.stdout.write(`${path}\n`)
}

function pathsOf(files: readonly NewFile[]): readonly string[] {
  return files.map(({ path }) => path)
}

function nextSteps(isPlaceholder: boolean, ciStep: string | undefined): string {
  const steps = [
    ...(isPlaceholder ? [`Put your agent's address into ${configFileName}.`] : []),
    'Put its token into the variable ADCP_AUTH_TOKEN, here in your shell.',
    'adcp-gov-comply doctor    looks whether a run can begin',
    'adcp-gov-comply run       tests the agent',
    ...(ciStep === undefined ? [] : [ciStep]),
  ]
  return `\nNext:\n${steps.map((step, i) => `  ${i + 1}. ${step}\n`).join('')}`
}
