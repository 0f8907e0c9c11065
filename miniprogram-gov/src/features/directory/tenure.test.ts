import { describe, expect, test } from 'vitest'
import { type Tenure, tenureSteps } from './tenure'

const today = '2026-11-28'
const organisation = { id: 'o00000000000', name: '花家地北里社区' }
const tenure = (title: string, from: string, more: Partial<Tenure>): Tenure => ({
  id: `p-${title}`,
  title,
  organisation,
  as: 'holder',
  from,
  current: false,
  ...more,
})

describe('the time line of posts', () => {
  const steps = tenureSteps(
    [
      tenure('社区书记', '2027-01-01', {}),
      tenure('社工', '2024-01-01', { current: true }),
      tenure('网格员', '2022-03-01', { until: '2024-01-01' }),
      tenure('楼门长', '2020-05-01', { until: '2022-03-01' }),
    ],
    today,
  )

  test('goes from what was, over what is, to what comes', () => {
    expect(steps.map(({ title, state }) => [title, state])).toEqual([
      ['花家地北里社区 · 楼门长', 'done'],
      ['花家地北里社区 · 网格员', 'done'],
      ['花家地北里社区 · 社工', 'now'],
      ['花家地北里社区 · 社区书记', 'ahead'],
    ])
  })

  test('says the last day itself, not the day after', () => {
    expect(steps[1]?.when).toBe('2022年3月1日至2023年12月31日')
    expect(steps[2]?.when).toBe('2024年1月1日起')
  })

  test('says whom somebody stands in for', () => {
    const [step] = tenureSteps(
      [tenure('社工', '2026-11-20', { as: 'acting', standsInFor: { id: 'a', name: '李立春' }, current: true })],
      today,
    )
    expect(step?.detail).toBe('代理李立春')
  })
})
