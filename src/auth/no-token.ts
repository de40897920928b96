/** No token could be had, and why: the agent under test has no part in it, or does not say where to ask. */
export class NoToken extends Error {
  override readonly name = 'NoToken'
  constructor(
    readonly why: string,
    readonly remedy: string,
  ) {
    super(`${why}. ${remedy}`)
  }
}
