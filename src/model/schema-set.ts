/** One broken rule of a JSON Schema, in ajv's terms. */
export interface SchemaError {
  /** RFC 6901 pointer into the value; '' is the value itself. */
  readonly instancePath: string
  readonly schemaPath: string
  readonly keyword: string
  readonly message: string
  /** The member that is missing, or that nothing allows. */
  readonly property?: string
}

/** A schema compiled ahead of time. */
export interface CompiledSchema {
  /** The schema's own `$id`, e.g. /schemas/3.0.6/governance/check-governance-response.json */
  readonly id: string
  /** Where a person can read it. */
  readonly url: string
  /** Every broken rule; an empty list means valid. Never throws. */
  validate(value: unknown): readonly SchemaError[]
}

/** What the official manifest says of one task. Refs are paths below the schema root, e.g. governance/sync-plans-request.json */
export interface TaskSchemas {
  readonly request?: string
  readonly response?: string
  /** The schemas of replies that are not final yet. */
  readonly interim?: Readonly<Partial<Record<'submitted' | 'working' | 'input-required', string>>>
  /** The protocol that the task belongs to, in the manifest's spelling: media-buy, governance, account … */
  readonly protocol?: string
  /** The task changes state that a later call can see. */
  readonly mutating: boolean
  /** The request schema requires `idempotency_key`. */
  readonly requiresIdempotencyKey: boolean
}

/** The official JSON Schemas of one AdCP release, loaded one by one when asked for. */
export interface SchemaSet {
  readonly release: string
  task(name: string): TaskSchemas | undefined
  /** Undefined when this release has no such schema. Loads each validator once. */
  load(ref: string): Promise<CompiledSchema | undefined>
}
