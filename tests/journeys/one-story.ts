import { afterEach, beforeAll, beforeEach } from 'vitest'

// A journey is one story: after a step that failed, the next ones of its file make no sense. Other stories go on.
let broken = false
beforeAll(() => {
  broken = false
})
beforeEach(({ skip }) => {
  if (broken) skip('an earlier step of this journey failed')
})
afterEach(({ task }) => {
  broken ||= task.result?.state === 'fail'
})
