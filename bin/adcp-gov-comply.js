#!/usr/bin/env node
import { existsSync } from 'node:fs'

const built = new URL('../dist/cli/main.js', import.meta.url)
if (existsSync(built)) (await import(built.href)).start()
else {
  console.error('adcp-gov-comply: the program is not built yet. Run `npm run build` first.')
  process.exitCode = 5
}
