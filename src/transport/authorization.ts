/** Request headers that let us in. */
export type Credential = Readonly<Record<string, string>>

/** Credentials that can run out while a line is open, such as a token that is renewed. Neither function rejects. */
export interface Authorization {
  /** The headers that let us in now. What could not be renewed in time is sent as it is: the agent then says so. */
  current(signal: AbortSignal): Promise<Credential>
  /** What to try once more with after the agent answered 401 to these headers; undefined when there is nothing better. */
  renewed(refused: Credential, signal: AbortSignal): Promise<Credential | undefined>
}
