// @ts-check
import { _, str } from 'ajv'
import { firstRepeat } from './validator-runtime.mjs'

/**
 * `uniqueItems` in linear time; its place in ajv's vocabulary is taken by this.
 * @param {string} runtime path of the module that compiled code finds `firstRepeat` in
 * @returns {import('ajv').CodeKeywordDefinition}
 */
export function uniqueItems(runtime) {
  return {
    keyword: 'uniqueItems',
    type: 'array',
    schemaType: 'boolean',
    error: {
      message: ({ params: { pair } }) =>
        str`must NOT have duplicate items (items ## ${_`${pair}.j`} and ${_`${pair}.i`} are identical)`,
      params: ({ params: { pair } }) => _`${pair}`,
    },
    code(context) {
      if (context.schema !== true) return
      const find = context.gen.scopeValue('func', { ref: firstRepeat, code: _`require(${runtime}).firstRepeat` })
      const pair = context.gen.const('pair', _`${find}(${context.data})`)
      context.setParams({ pair })
      context.pass(_`${pair} === undefined`)
    },
  }
}
