/** Where the texts of the protocol contradict each other or leave a gap, and how this program grades until they are mended. */
export interface Position {
  /** P-01 … */
  readonly id: string
  readonly title: string
  /** The AdCP lines that it concerns. */
  readonly versions: readonly string[]
  /** What is written, here and there. */
  readonly texts: readonly { readonly where: string; readonly says: string }[]
  /** What we take the texts to demand. */
  readonly position: string
  /** What follows for the verdict. */
  readonly graded: string
  /** Ids of the requirements that it touches. */
  readonly requirements: readonly string[]
}
