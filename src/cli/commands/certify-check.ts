import { join } from 'node:path'
import { checkSubmission } from '../../certify/check-submission.ts'
import { type Submission, submissionFiles } from '../../certify/submission.ts'
import type { Bundle } from '../../evidence/open-bundle.ts'
import { filesIn } from '../../load/files-in.ts'
import { readBytes } from '../../load/read-bytes.ts'
import { terminalSafe } from '../../report/terminal-safe.ts'
import { bundlesFolder } from '../bundles-folder.ts'
import type { Io } from '../io.ts'
import { readPublicKey } from '../keys.ts'

export interface CertifyCheckFlags {
  readonly publicKey?: string
}

/** Checks a submission. 0 when everything in it follows from its exchanges, 1 with the reasons otherwise. */
export async function certifyCheckCommand(folder: string, { publicKey }: CertifyCheckFlags, io: Io): Promise<number> {
  const key = publicKey === undefined ? undefined : await readPublicKey(publicKey)
  const say = (line: string) => io.stdout.write(`${terminalSafe(line, 500)}\n`)
  const tell = (reasons: readonly string[]) => {
    for (const reason of reasons) say(`not accepted: ${reason}`)
    return reasons.length === 0 ? 0 : 1
  }
  const wrong = await wrongIn(folder)
  if (wrong.length > 0) return tell(wrong)
  const checked = await checkSubmission(await submissionIn(folder), { key, bundles: bundlesFolder(io.env) })
  for (const line of checked.bundle ? about(checked.bundle) : []) say(line)
  for (const note of checked.notes) say(`note: ${note}`)
  if (checked.reasons.length === 0) say('accepted: everything in the submission follows from its exchanges')
  return tell(checked.reasons)
}

/** Of whom and of when it is, in words that somebody can compare with what was applied for. */
function about({ manifest, sha256 }: Bundle): readonly string[] {
  const { run, stage } = manifest
  const scope = run.scope.kind === 'selection' ? 'selected storyboards' : run.scope.id
  return [`run ${run.id} of ${scope} at ${stage.url}, ${run.started_at}: ${run.verdict}`, `evidence ${sha256}`]
}

const names: readonly string[] = Object.values(submissionFiles)
const optional: readonly string[] = [submissionFiles.attestation]

/** A submission is its files and nothing beside them, each of them there and not elsewhere. @throws UsageError when there is no folder */
async function wrongIn(folder: string): Promise<readonly string[]> {
  const { files, others } = await filesIn(folder)
  const missing = names.filter((name) => ![...files, ...others, ...optional].includes(name))
  return [
    ...missing.map((name) => `${name} is missing`),
    ...others.map((name) => `${name} is no plain file`),
    ...files.filter((name) => !names.includes(name)).map((name) => `${name} is no part of a submission`),
  ]
}

const largestBundle = 256 * 1024 * 1024
const largestText = 512 * 1024 * 1024

async function submissionIn(folder: string): Promise<Submission> {
  const text = async (name: keyof typeof submissionFiles) =>
    Buffer.from(await readBytes(join(folder, submissionFiles[name]), largestText)).toString('utf8')
  const { files } = await filesIn(folder)
  return {
    bundle: await readBytes(join(folder, submissionFiles.bundle), largestBundle),
    json: await text('json'),
    html: await text('html'),
    badge: await text('badge'),
    badgeData: await text('badgeData'),
    readme: await text('readme'),
    ...(files.includes(submissionFiles.attestation) && { attestation: await text('attestation') }),
  }
}
