import { defaultHandoverRules, type Handover, handoverCodes } from '@zmht/shared/permission'
import { describe, expect, test } from 'vitest'
import { asksForName, consequences, type Said } from './consequences'
import { startOperation } from './operation-draft'

const post = (organisation: string, roles: readonly string[]) => ({
  id: `p-${organisation}`,
  title: '社工',
  organisation: { id: `o-${organisation}`, name: organisation },
  roles,
  places: [organisation],
})
const beili = post('花家地北里社区', ['service-worker'])
const xili = post('花家地西里社区', ['service-worker', 'service-organiser'])
const next = { id: 'b', name: '李四' }
const said = (more: Partial<Said>, draft: Partial<Said['draft']> = {}) =>
  consequences({
    kind: 'transfer',
    draft: startOperation('2026-11-28', { to: xili, successor: next, ...draft }),
    name: '张三',
    today: '2026-11-28',
    leaving: [beili],
    rules: defaultHandoverRules,
    ...more,
  })

describe('what follows', () => {
  test('from a transfer: what is lost, what is gained, who has the open work', () => {
    expect(said({})).toEqual([
      '张三从今天起任花家地西里社区社工，不再任花家地北里社区社工。',
      '张三从今天起不再看到花家地北里社区的台账和诉求，已经登录的手机和电脑也一样。',
      '张三从今天起可以在花家地西里社区做：服务办理、服务组织。',
      '手上没办完的事交给李四。',
    ])
  })

  test('for the open work is what the rule of the organisation says, whoever is named', () => {
    const alone = startOperation('2026-11-28', { to: xili })
    const last = (transfer: Handover, draft?: Said['draft']) =>
      said({ ...(draft === undefined ? {} : { draft }), rules: { ...defaultHandoverRules, transfer } }).at(-1)
    expect(last('successor', alone)).toContain('交给同岗位的人')
    expect(last('substitute', alone)).toContain('退回待领取')
    expect(last('substitute')).toBe('手上没办完的事交给李四。')
    expect(last('superior')).toContain('上级单位')
    expect(last('queue')).toContain('同单位的人领取')
    expect(last('stays')).toContain('仍由张三')
    expect(handoverCodes.filter(asksForName)).toEqual(['successor', 'substitute'])
  })

  test('later, and recorded afterwards, is said with its day', () => {
    expect(said({}, { date: '2026-12-01' })[0]).toContain('从12月1日起')
    expect(said({}, { date: '2026-11-01' })[0]).toBe('这是补记：自11月1日算起，现在马上生效。')
  })

  test('from an absence ends by itself', () => {
    const lines = said({ kind: 'absence' }, { until: '2026-12-08' })
    expect(lines[0]).toBe('张三从今天起休假，到12月7日为止，12月8日自动恢复。')
    expect(lines).toContain('李四这段时间代理张三的岗位，到期自动结束。')
    // The rule for leave, not the one for a transfer.
    const rules = { ...defaultHandoverRules, transfer: 'stays', leave: 'queue' } as const
    expect(said({ kind: 'absence', rules }, { until: '2026-12-08' }).at(-1)).toContain('退回待领取')
  })

  test('from an appointment of somebody new names how they sign in', () => {
    const lines = said({ kind: 'appoint' }, { newcomer: true, phone: '19000001999' })
    expect(lines.at(-1)).toBe('张三用手机号 19000001999 登录，不用另外开通。')
    expect(said({ kind: 'appoint' }, { to: post('望京物业', []) })[1]).toContain('不带系统权限')
  })

  test('from leaving everything is that nobody signs in any more', () => {
    expect(said({ kind: 'leave-post' }, { from: 'all' }).at(-1)).toContain('不能再登录')
    expect(said({ kind: 'leave-post' }, { from: beili.id }).at(-1)).toBe('手上没办完的事交给李四。')
  })
})
