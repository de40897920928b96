import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import type { UsageError } from '../errors.ts'
import { unwritable } from './write.ts'

/** A file that grows line by line: what was written stays, however the process ends. */
export interface Log {
  /** Never fails: a run is worth more than its log. */
  write(line: string): void
  /** What ended the log early; its last line is whole then, too. */
  problem(): UsageError | undefined
  close(): void
}

/**
 * Begins a log anew.
 * @throws UsageError that says why the file cannot be written.
 */
export function openLog(path: string): Log {
  const file = opened(path)
  let length = 0
  let problem: UsageError | undefined
  return {
    write(line) {
      if (problem) return
      try {
        length += writeWhole(file, line)
      } catch (error) {
        problem = unwritable(path, error)
        cut(file, length)
      }
    },
    problem: () => problem,
    close: () => closeSync(file),
  }
}

function opened(path: string): number {
  try {
    return openSync(path, 'w')
  } catch (error) {
    throw unwritable(path, error)
  }
}

/** A disk that is nearly full takes a part. */
function writeWhole(file: number, line: string): number {
  const bytes = Buffer.from(line, 'utf8')
  let done = 0
  while (done < bytes.length) done += writeSync(file, bytes, done)
  return bytes.length
}

/** Devices and pipes cannot be cut, and need not be. */
function cut(file: number, length: number): void {
  try {
    ftruncateSync(file, length)
  } catch {
    return
  }
}
