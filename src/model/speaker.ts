/** Who sends a step: to which agent of the run, as whom, with which credentials. */
export interface Speaker {
  /** The key of the agent, in a run against several; absent, the only or default one. */
  readonly agent?: string
  /** A named principal; one without credentials of its own uses those of the run. */
  readonly principal: string
  /** These headers take the place of all credentials; `{}` sends none. */
  readonly headers?: Readonly<Record<string, string>>
}
