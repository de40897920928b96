import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

/** A fresh ajv as the official schemas want it: draft-07, formats checked, every error told. Loaded only when a bundle is used. */
export function ajvWith(loadSchema: (uri: string) => Promise<object>): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, loadSchema })
  addFormats.default(ajv)
  return ajv
}
