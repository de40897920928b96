import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Located } from '../model/located.ts'
import type { TestKit } from '../model/test-kit.ts'
import { packageRoot } from './package-root.ts'
import { loadTestKit } from './test-kit.ts'

/** The test kits that come with this program. */
export async function shippedTestKits(): Promise<readonly Located<TestKit>[]> {
  const folder = join(packageRoot(), 'test-kits')
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
  return Promise.all(files.map((file) => loadTestKit(join(folder, file))))
}
