import { join } from 'node:path'
import { checkSubmission } from '../../certify/check-submission.ts'
import { type Submission, submissionFiles } from '../../certify/submission.ts'
import { readBytes } from '../../load/read-bytes.ts'
import { terminalSafe } from '../../report/terminal-safe.ts'
import { isThere } from '../../report/write.ts'
import { bundlesFolder } from '../bundles-folder.ts'
import type { Io } from '../io.ts'
import { readPublicKey } from '../keys.ts'

export interface CertifyCheckFlags {
  readonly publicKey?: string
}

/** Checks a submission. 0 when everything in it follows from its exchanges, 1 with the reasons otherwise. */
export async function certifyCheckCommand(folder: string, { publicKey }: CertifyCheckFlags, io: Io): Promise<number> {
  const key = publicKey === undefined ? undefined : await readPublicKey(publicKey)
  const { reasons, notes, bundle } = await checkSubmission(await submissionIn(folder), {
    key,
    bundles: bundlesFolder(io.env),
  })
  const say = (line: string) => io.stdout.write(`${terminalSafe(line, 500)}\n`)
  if (bundle) say(`run ${bundle.manifest.run.id}, evidence ${bundle.sha256}`)
  for (const note of notes) say(`note: ${note}`)
  for (const reason of reasons) say(`not accepted: ${reason}`)
  if (reasons.length === 0) say('accepted: everything in the submission follows from its exchanges')
  return reasons.length === 0 ? 0 : 1
}

const largestBundle = 256 * 1024 * 1024
const largestText = 512 * 1024 * 1024

/** @throws UsageError for a file that is missing */
async function submissionIn(folder: string): Promise<Submission> {
  const text = async (name: keyof typeof submissionFiles) =>
    Buffer.from(await readBytes(join(folder, submissionFiles[name]), largestText)).toString('utf8')
  return {
    bundle: await readBytes(join(folder, submissionFiles.bundle), largestBundle),
    json: await text('json'),
    html: await text('html'),
    badge: await text('badge'),
    badgeData: await text('badgeData'),
    ...(isThere(join(folder, submissionFiles.attestation)) && { attestation: await text('attestation') }),
  }
}
