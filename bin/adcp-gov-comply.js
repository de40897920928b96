#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'

// A run makes much that is soon thrown away: without room to grow, the young generation is swept more often and stays small.
setFlagsFromString('--semi-space-growth-factor=1')

const built = new URL('../dist/cli/main.js', import.meta.url)
if (existsSync(built)) (await import(built.href)).start()
else {
  console.error('adcp-gov-comply: the program is not built yet. Run `npm run build` first.')
  process.exitCode = 5
}
