import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from './package-root.ts'
import { readText } from './yaml-file.ts'

/** The text of a test kit that comes with this program, by the name of its file; the names there are when there is no such kit. */
export async function shippedKitText(
  name: string,
): Promise<{ readonly text: string } | { readonly names: readonly string[] }> {
  const folder = join(packageRoot(), 'test-kits')
  const names = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).map((file) => file.slice(0, -5))
  return names.includes(name) ? { text: await readText(join(folder, `${name}.yaml`)) } : { names: names.sort() }
}

/** The text of a kit under another id; its comments stay, as they say what the storyboards count on. */
export function startedFrom(text: string, from: string, id: string): string {
  return text
    .replace(/^# Test kit: .*$/m, `# Test kit ${id}, started from ${from}: the values are still those of ${from}.`)
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^name: .*$/m, `name: "${id}"`)
}
