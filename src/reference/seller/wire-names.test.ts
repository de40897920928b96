import { describe, expect, it } from 'vitest'
import { adcpVersions } from '../../model/adcp-version.ts'
import { atVersion, errorAtVersion } from './wire-names.ts'

const { '3.0': v30, '3.1': v31 } = adcpVersions
const task = { status: 'completed', adcp_version: '3.1' }

describe('the names of fields', () => {
  it.each([
    ['create_media_buy', { media_buy_id: 'm', status: 'active' }, { media_buy_id: 'm', media_buy_status: 'active' }],
    ['create_media_buy', { media_buy_id: 'm' }, { media_buy_id: 'm' }],
    ['update_media_buy', { media_buy_id: 'm', status: 'paused' }, { media_buy_id: 'm', media_buy_status: 'paused' }],
    ['acquire_rights', { rights_id: 'r', status: 'rejected' }, { rights_id: 'r', rights_status: 'rejected' }],
    ['get_products', { products: [] }, { products: [], cache_scope: 'public' }],
    ['get_media_buys', { media_buys: [{ status: 'active' }] }, { media_buys: [{ status: 'active' }] }],
    ['sync_governance', { accounts: [{ status: 'synced' }] }, { accounts: [{ status: 'synced' }] }],
  ])('%s at 3.0 and 3.1', (name, before, after) => {
    expect(atVersion(name, before, v30)).toEqual(before)
    expect(atVersion(name, before, v31)).toEqual({ ...after, ...task })
  })
  it('of an error at 3.0 and 3.1', () => {
    const error = { errors: [{ code: 'INVALID_REQUEST', message: 'No.' }] }
    expect(errorAtVersion(error, v30)).toEqual(error)
    expect(errorAtVersion(error, v31)).toEqual({ ...error, status: 'failed', adcp_version: '3.1' })
  })
})
