import { attestBundle } from '../../attest/attest-bundle.ts'
import { keyId } from '../../attest/dsse.ts'
import { verifyBundle } from '../../evidence/verify-bundle.ts'
import { writeFileAtomic } from '../../report/write.ts'
import { assertBesideInputs } from '../beside-inputs.ts'
import { readBundle } from '../bundle-file.ts'
import { bundlesFolder } from '../bundles-folder.ts'
import type { Io } from '../io.ts'
import { readPrivateKey } from '../keys.ts'

export interface AttestFlags {
  readonly key: string
  readonly out?: string
}

/** Derives the verdict of a bundle again, and signs what follows from it. */
export async function attestCommand(file: string, { key: keyFile, out }: AttestFlags, io: Io): Promise<number> {
  const target = out ?? `${file}.intoto.jsonl`
  const key = await readPrivateKey(keyFile, io)
  await assertBesideInputs('--out', target, [keyFile, file])
  const bundle = await readBundle(file)
  const found = await verifyBundle(bundle, bundlesFolder(io.env))
  const text = attestBundle(bundle, found, { key, clock: io.clock })
  if (target === '-') io.stdout.write(text)
  else await writeFileAtomic(target, text)
  io.stderr.write(`signed with the key ${keyId(key)}\n`)
  return 0
}
