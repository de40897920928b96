import { stat } from 'node:fs/promises'
import { platform } from 'node:os'

/** Whether others than the owner of a file may read or change it. False where the system keeps no such rights. */
export async function isOpenToOthers(file: string): Promise<boolean> {
  const { mode } = await stat(file)
  return platform() !== 'win32' && (mode & 0o066) !== 0
}
