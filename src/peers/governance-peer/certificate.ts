export interface Certificate {
  /** PEM. */
  readonly key: string
  /** PEM; who trusts it trusts this peer, for as long as the certificate lasts. */
  readonly cert: string
}

/** A certificate for one host, made for this run and good for two days. `now`: milliseconds since the epoch. */
export async function certificateFor(host: string, now: number): Promise<Certificate> {
  // What makes it is large, and few runs need one.
  const { makeCertificate } = await import('./make-certificate.ts')
  return await makeCertificate(host, now)
}
