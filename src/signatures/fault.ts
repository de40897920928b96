/** Why a signature is refused. */
export interface SignatureFault {
  readonly status: 'refused'
  /** The stable code of the error taxonomy, such as webhook_signature_invalid. */
  readonly code: string
  /** The step of the verifier checklist. */
  readonly step: number | '9a'
  /** One sentence, without the signature. */
  readonly detail: string
}

/** Makes the faults of one profile: they differ in how their codes begin. */
export function faultsOf(prefix: string) {
  return (step: SignatureFault['step'], name: string, detail: string): SignatureFault => ({
    status: 'refused',
    code: `${prefix}_${name}`,
    step,
    detail,
  })
}

export type MakeFault = ReturnType<typeof faultsOf>
