import { expect, it } from 'vitest'
import { pseudoTasks as selectable } from '../../select/pseudo-tasks.ts'
import { pseudoTasks } from './index.ts'

it('runs exactly the tasks that the gates let through', () => {
  expect(pseudoTasks.map(({ task }) => task).sort()).toEqual([...selectable].sort())
})
