/** A place in a file; line and column count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A value read from a file, and the way back to where each part of it was written. */
export interface Located<T> {
  readonly value: T
  readonly file: string
  /** The position of the node at this path, or of its nearest existing ancestor. */
  locate(path: readonly (string | number)[]): Position
}
