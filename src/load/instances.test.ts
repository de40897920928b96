import { describe, expect, it } from 'vitest'
import { messageOf, scratchFile } from './scratch-folder.fixture.ts'
import { loadStoryboards } from './storyboard.ts'

const head = `id: x/task
title: "Buys $instance.noun for $instance.price.amount"
if_offered: ["$instance.task"]
instances:
  - id: a
    noun: ads
    task: create_media_buy
    price: { amount: 5 }
    request: { packages: [1], shared: mine }
  - id: b
    noun: signals
    task: activate_signal
    price: { amount: 6 }
    request: {}
phases:
  - id: p
    steps:
      - id: s
`

const text = `${head}        task: "$instance.task"
        sample_request:
          shared: ours
          ...: "$instance.request"
          price: "$instance.price"
`

describe('a storyboard with instances', () => {
  it('is one storyboard for each, with its id and its values', async () => {
    const boards = await loadStoryboards(await scratchFile(text))
    const step = (task: string, sample_request: object) => [{ id: 'p', steps: [{ id: 's', task, sample_request }] }]
    expect(boards.map(({ value }) => value)).toEqual([
      {
        id: 'x/task/a',
        title: 'Buys ads for 5',
        if_offered: ['create_media_buy'],
        phases: step('create_media_buy', { packages: [1], shared: 'ours', price: { amount: 5 } }),
      },
      {
        id: 'x/task/b',
        title: 'Buys signals for 6',
        if_offered: ['activate_signal'],
        phases: step('activate_signal', { shared: 'ours', price: { amount: 6 } }),
      },
    ])
  })

  it('knows where each part was written: in the text, or in the instance', async () => {
    const [first, second] = await loadStoryboards(await scratchFile(text))
    const sample = ['phases', 0, 'steps', 0, 'sample_request']
    const lines = (path: readonly (string | number)[]) => [first?.locate(path).line, second?.locate(path).line]
    expect(lines([])).toEqual([1, 1])
    expect(lines(['phases', 0, 'steps', 0])).toEqual([18, 18])
    expect(lines(['phases', 0, 'steps', 0, 'task'])).toEqual([7, 12])
    expect(lines([...sample, 'shared'])).toEqual([21, 21])
    expect(lines([...sample, 'packages', 0])).toEqual([9, 14])
    expect(lines([...sample, 'price', 'amount'])).toEqual([8, 13])
  })

  it('leaves one without them as it is', async () => {
    const boards = await loadStoryboards(
      await scratchFile('id: x\nphases:\n  - id: p\n    steps:\n      - {id: s, task: "$instance.task"}\n'),
    )
    expect(boards.map(({ value }) => value.phases[0]?.steps)).toEqual([[{ id: 's', task: '$instance.task' }]])
  })
})

describe('what is wrong is said at its place', () => {
  it.each([
    ['id: x\ninstances: []\nphases: []\n', '2:1  instances must not be empty'],
    ['id: x\ninstances: a\nphases: []\n', '2:1  instances must be a list, not text'],
    ['id: x\ninstances: [{name: a}]\nphases: []\n', '2:13  instances[0] needs "id"'],
    [
      'id: x\ninstances: [{id: a/b}]\nphases: []\n',
      '2:14  instances[0].id is "a/b", which does not have the form ^[A-Za-z0-9_.-]+$',
    ],
    [
      'id: x\ninstances:\n  - id: a\n  - id: b\n  - id: a\nphases: []\n',
      '5:5  the instance id "a" is already used in line 3; give each instance its own',
    ],
    [`${head}        task: "$instance.tsak"\n`, both('19:9', 'has no "tsak"; did you mean "task"?')],
    [`${head}        task: t\n        title: "$instance.nowhere.else"\n`, both('20:9', 'has no "nowhere.else"')],
    [
      `${head}        task: t\n        title: "for $instance.price"\n`,
      both('20:9', 'gives for "price" what is no text that can stand among other words'),
    ],
    [
      `${head}        task: t\n        sample_request:\n          ...: "$instance.noun"\n`,
      both('21:11', 'gives for "noun" what is no mapping of keys to values'),
    ],
    [
      `${head}        task: "$instance.price.amount"\n`,
      '8:14  phases[0].steps[0].task must be text, not a number: put it in quotes, "5"',
    ],
  ])('%#', async (written, message) => {
    const file = await scratchFile(written)
    expect(await messageOf(loadStoryboards(file), file)).toBe(message)
  })
})

function both(place: string, lack: string): string {
  return ['a', 'b'].map((id) => `${place}  the instance "${id}" ${lack}`).join('\n')
}
