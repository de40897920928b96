import { describe, expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import { dateShift, shiftDates } from './dates.ts'

const day = 86_400_000
const week = 7 * day
const now = Date.parse('2027-06-15T12:00:00Z')

describe('how far the dates move', () => {
  it.each<[string, Json[]]>([
    ['there are no samples', []],
    ['there are no dates', [{ a: 1, start: 'soon' }]],
    ['the flight is ahead', [{ flight: { start: '2027-07-01', end: '2027-08-01' } }]],
    ['only other dates are past', [{ expires_at: '2027-01-01T00:00:00Z', start: '2027-07-01' }]],
    ['the flight is meant to be past', [{ start: '2020-01-01' }]],
    ['only context holds the past', [{ context: { start: '2027-01-01' } }]],
    ['the date is none', [{ start: '2027-13-45' }, { start: '2027-01-01T00:00:00' }, { start: 'from 2027-01-01' }]],
  ])('is nought when %s', (_why, samples) => {
    expect(dateShift(samples, now)).toBe(0)
  })

  it.each<[string, Json[]]>([
    ['2027-06-15T11:59:59Z', [{ flight: { start: '2027-06-15T11:59:59Z' } }]],
    ['2027-01-01', [{ plans: [{ flight: { start: '2027-01-01' } }] }, { start_time: '2027-03-01T00:00:00Z' }]],
    ['2027-03-01T00:00:00Z', [{ start_time: '2027-03-01T00:00:00Z', start: '2019-01-01' }, { start: '2028-01-01' }]],
  ])('is the least number of whole weeks that brings %s to tomorrow', (earliest, samples) => {
    const by = dateShift(samples, now)
    const moved = Date.parse(earliest) + by
    expect(by % week).toBe(0)
    expect(moved).toBeGreaterThanOrEqual(now + day)
    expect(moved).toBeLessThan(now + day + week)
  })
})

describe('moving the dates of a request', () => {
  const by = 4 * week
  const moved = (request: Json) => shiftDates(request, by, now).value

  it.each([
    ['2027-05-03', '2027-05-31'],
    ['2027-12-20', '2028-01-17'],
    ['2027-05-03T09:30:00Z', '2027-05-31T09:30:00Z'],
    ['2027-05-03T09:30:00.250Z', '2027-05-31T09:30:00.250Z'],
    ['2027-05-03T09:30:00+02:00', '2027-05-31T07:30:00Z'],
    ['2027-05-03T23:30:00-05:00', '2027-06-01T04:30:00Z'],
  ])('takes %s to %s', (from, to) => {
    expect(moved(from)).toBe(to)
    expect(Date.parse(to) - Date.parse(from)).toBe(by)
    expect(new Date(to).getUTCDay()).toBe(new Date(from).getUTCDay())
  })

  it.each([
    '2020-01-01',
    '2024-12-31T00:00:00Z',
    '2027-13-01',
    '2027-02-30',
    '2027-02-30T00:00:00Z',
    '2027-05-03T09:30:00',
    '2027-05-03 09:30:00Z',
    'runs from 2027-05-03',
    '20270503',
    '',
  ])('leaves %j as written', (text) => {
    expect(shiftDates({ a: text }, by, now)).toEqual({ value: { a: text }, changes: [] })
  })

  it('keeps the spans between dates', () => {
    const { start, end } = moved({ start: '2027-05-01', end: '2027-06-30' }) as { start: string; end: string }
    expect(Date.parse(end) - Date.parse(start)).toBe(60 * day)
  })

  it('leaves the context of the request untouched, and only that one', () => {
    const request = { context: { start: '2027-05-03' }, payload: { context: { at: '2027-05-03' } } }
    expect(moved(request)).toEqual({
      context: { start: '2027-05-03' },
      payload: { context: { at: '2027-05-31' } },
    })
  })

  it('leaves what the agent said untouched, whole values and objects alike', () => {
    const request = { a: '2027-05-03', b: { start: '2027-05-03' }, c: ['2027-05-03', '2027-05-03'] }
    expect(shiftDates(request, by, now, new Set(['/b', '/c/1']))).toMatchObject({
      value: { a: '2027-05-31', b: { start: '2027-05-03' }, c: ['2027-05-31', '2027-05-03'] },
    })
  })

  it('lists every change', () => {
    expect(shiftDates({ plans: [{ 'a/b': '2027-05-03', n: 1, none: null }] }, by, now)).toEqual({
      value: { plans: [{ 'a/b': '2027-05-31', n: 1, none: null }] },
      changes: [
        {
          pointer: '/plans/0/a~1b',
          kind: 'shifted',
          from: '2027-05-03',
          to: '2027-05-31',
          why: 'the flight as written is past: all dates moved by 28 days',
        },
      ],
    })
  })

  it('changes nothing when the shift is nought', () => {
    const request = { start: '2027-05-03' }
    expect(shiftDates(request, 0, now)).toEqual({ value: request, changes: [] })
  })
})
