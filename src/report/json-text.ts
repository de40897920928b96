import type { Json } from '../model/json.ts'

/**
 * JSON of the same value that does no harm where it is shown: control characters, direction overrides and what ends lines
 * for some readers stand as escapes. `indent` is the number of blanks for each level; without it, it is one line.
 */
export function jsonText(value: Json | object, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(steering, escaped)
}

const steering = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}
