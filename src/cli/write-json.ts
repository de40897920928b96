import { jsonText } from '../report/json-text.ts'
import { writeFileAtomic } from '../report/write.ts'
import type { Io } from './io.ts'

/** Writes a value as JSON into a file, or to stdout for `-`. @throws UsageError when the file cannot be written */
export async function writeJson(file: string, value: object, io: Io): Promise<void> {
  const text = `${jsonText(value, 2)}\n`
  if (file === '-') io.stdout.write(text)
  else await writeFileAtomic(file, text)
}
