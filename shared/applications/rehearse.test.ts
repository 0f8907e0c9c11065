import { expect, test } from 'vitest'
import type { ApplicationContent } from '../contract'
import { applicationTemplates } from '../templates'
import { rehearse } from './rehearse'

const stage = { at: '2026-11-30T02:00:00.000Z', organisation: '花家地北里社区居委会' }
const templateOf = (id: string): ApplicationContent => {
  const found = applicationTemplates.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no template is called ${id}`)
  return found.content
}
const told = (content: ApplicationContent, who: number) => rehearse(content, stage)[who]?.steps ?? []

test('every application that ships can be walked through by three people who do not exist', () => {
  for (const { content } of applicationTemplates) {
    const stories = rehearse(content, stage)
    expect(stories.map(({ who }) => who)).toEqual(['王秀兰', '李建国', '赵小梅'])
    for (const { steps } of stories) expect(steps.length).toBeGreaterThan(0)
  }
})

test('a request goes from the resident to the answer, and each sees their side of it', () => {
  const steps = told(templateOf('check-up'), 0)
  expect(steps.map(({ does }) => does)).toEqual([
    '王秀兰提交“老年人健康体检”',
    '工作人员接手王秀兰的申请',
    '工作人员确认王秀兰的申请',
    '工作人员答复王秀兰，办结',
  ])
  expect(steps[0]?.sees.worker).toContain('「任务」里多了一件')
  expect(steps.at(-1)?.sees.leader).toBe('“老年人健康体检”收到 1 件，办完 1 件')
})

test('the second is refused, the third withdraws: neither is counted as done', () => {
  const stories = rehearse(templateOf('check-up'), stage)
  expect(stories[1]?.steps.at(-1)?.does).toBe('工作人员写明原因，答复李建国不能办理')
  expect(stories[2]?.steps.at(-1)?.does).toBe('赵小梅撤回')
  expect(stories[2]?.steps[0]?.sees.leader).toBe('“老年人健康体检”收到 3 件，办完 1 件')
})

test('whoever asks for help in answer to a warning is visited, by the wiring; who is safe is not', () => {
  const flood = templateOf('flood')
  const asks = told(flood, 0)
  const visit = asks.find(({ wire }) => wire === 'asks-for-help')
  expect(visit?.does).toBe('联动：针对王秀兰下派任务：“上门看望求助的居民”')
  expect(visit?.sees.worker).toContain('王秀兰的')
  expect(told(flood, 1).some(({ wire }) => wire !== undefined)).toBe(false)
})

test('who moved in stands in the ledger once the request is closed, and not before', () => {
  const steps = told(templateOf('moving-house'), 0)
  const closed = steps.findIndex(({ does }) => does.endsWith('办结'))
  const put = steps.findIndex(({ wire }) => wire === 'settled')
  expect(closed).toBeGreaterThan(0)
  expect(put).toBe(closed + 1)
  expect(steps[put]?.sees.worker).toBe('台账里多了王秀兰')
  expect(told(templateOf('moving-house'), 2).some(({ wire }) => wire === 'settled')).toBe(false)
})

const moving = templateOf('moving-house')

test('what the wiring closed is closed by nobody else', () => {
  const steps = told(
    {
      ...moving,
      wiring: [
        {
          key: 'at-once',
          when: { of: 'service', part: 'register', at: 'submitted' },
          does: [{ do: 'step', step: 'close', note: '已登记' }],
        },
        ...moving.wiring,
      ],
    },
    0,
  )
  expect(steps.map(({ wire }) => wire)).toEqual([undefined, 'at-once', 'settled'])
  expect(steps[1]?.sees.resident).toBe('已登记')
})

test('wires in a circle are told once each and come to an end', () => {
  const circle: ApplicationContent = {
    ...moving,
    wiring: [
      {
        key: 'in',
        when: { of: 'service', part: 'register', at: 'closed' },
        does: [{ do: 'put-in', ledger: 'newcomers' }],
      },
      {
        key: 'out',
        when: { of: 'ledger', part: 'newcomers', at: 'added' },
        does: [{ do: 'take-out', ledger: 'newcomers' }],
      },
      {
        key: 'again',
        when: { of: 'ledger', part: 'newcomers', at: 'removed' },
        does: [{ do: 'put-in', ledger: 'newcomers' }],
      },
    ],
  }
  expect(told(circle, 0).flatMap(({ wire }) => wire ?? [])).toEqual(['in', 'out', 'again'])
})

test('a wire that asks for an answer is supposed of the first alone', () => {
  const content: ApplicationContent = {
    ...moving,
    wiring: [
      {
        key: 'asked',
        when: { of: 'service', part: 'register', at: 'submitted', only: { control: 'k1', values: ['yes'] } },
        does: [{ do: 'errand', says: '上门看看', days: 2 }],
      },
    ],
  }
  expect(told(content, 0).some(({ wire }) => wire === 'asked')).toBe(true)
  expect(told(content, 1).some(({ wire }) => wire === 'asked')).toBe(false)
})
