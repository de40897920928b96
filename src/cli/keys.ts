import type { KeyObject } from 'node:crypto'
import { privateKey, publicKey } from '../attest/dsse.ts'
import { readBytes } from '../load/read-bytes.ts'

/** @throws UsageError */
export async function readPrivateKey(file: string): Promise<KeyObject> {
  return privateKey(await textOf(file), file)
}

/** @throws UsageError */
export async function readPublicKey(file: string): Promise<KeyObject> {
  return publicKey(await textOf(file), file)
}

async function textOf(file: string): Promise<string> {
  return Buffer.from(await readBytes(file, 64 * 1024)).toString('utf8')
}
