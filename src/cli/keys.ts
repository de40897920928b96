import type { KeyObject } from 'node:crypto'
import { privateKey, publicKey } from '../attest/dsse.ts'
import { isOpenToOthers } from '../load/is-open-to-others.ts'
import { readBytes } from '../load/read-bytes.ts'
import type { Io } from './io.ts'

/**
 * Warns when others can read the key as well: what they sign with it is signed in its owner's name.
 * @throws UsageError
 */
export async function readPrivateKey(file: string, { stderr }: Pick<Io, 'stderr'>): Promise<KeyObject> {
  const key = privateKey(await textOf(file), file)
  if (await isOpenToOthers(file)) stderr.write(`warning: others can read ${file}: chmod 600 ${file}\n`)
  return key
}

/** @throws UsageError */
export async function readPublicKey(file: string): Promise<KeyObject> {
  return publicKey(await textOf(file), file)
}

async function textOf(file: string): Promise<string> {
  return Buffer.from(await readBytes(file, 64 * 1024)).toString('utf8')
}
