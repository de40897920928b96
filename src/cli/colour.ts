import type { Io, Output } from './io.ts'

/** Whether to colour what goes to this output: --no-color, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. */
export function wantsColour(output: Output, env: Io['env'], flag = true): boolean {
  if (!flag || env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return isLive(output, env)
}

/** A terminal that can move its cursor. */
export function isLive(output: Output, env: Io['env']): boolean {
  return output.isTTY && env.TERM !== 'dumb'
}

/** Columns to wrap at; what is piped is not wrapped, so that it can be searched. */
export function widthOf(output: Output): number {
  // A terminal that does not know its width says 0.
  return output.isTTY ? output.columns || 80 : Number.POSITIVE_INFINITY
}
