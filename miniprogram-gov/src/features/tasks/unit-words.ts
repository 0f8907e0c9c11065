import type { LastedReply, TaskContent, UnitReply } from '@zmht/shared/contract'
import { levelNames } from '@zmht/shared/geo'
import { duties } from '@zmht/shared/permission'
import {
  assignmentNames,
  completionOf,
  recipientNames,
  sayWorkingMinutes,
  type UnitStand,
  unitStandNames,
} from '@zmht/shared/rules'

/** How far a place is, as a shade: 0 for nothing done to 4 for all. */
export function shadeOf({ done, total }: { readonly done: number; readonly total: number }): 0 | 1 | 2 | 3 | 4 {
  if (total === 0 || done === 0) return 0
  if (done >= total) return 4
  const share = done / total
  return share < 1 / 3 ? 1 : share < 2 / 3 ? 2 : 3
}

/** @returns 「里面 12 处：3 处办完，7 处在办，2 处还没动」 */
export function stripWords(strip: UnitReply['strip']): string {
  const shades = strip.map(shadeOf)
  const done = shades.filter((shade) => shade === 4).length
  const still = shades.filter((shade) => shade === 0).length
  const parts = [
    [done, '处办完'],
    [strip.length - done - still, '处在办'],
    [still, '处还没动'],
  ] as const
  const said = parts.flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`]))
  return `里面 ${strip.length} 处：${said.join('，')}`
}

/** @returns the tag of how far a task has come at a place; nothing where it goes without saying */
export function standTag(
  stand: UnitStand,
  counts: Readonly<Record<string, number>>,
): { readonly words: string; readonly tone: 'quiet' | 'accent' | 'amber' } | undefined {
  if (completionOf(counts) === 100) return { words: '已办完', tone: 'accent' }
  if (stand === 'open') return undefined
  return { words: unitStandNames[stand], tone: stand === 'waiting' ? 'amber' : 'quiet' }
}

/** @returns 「2 小时」, what half took no longer than; 「—」 where nothing was measured */
export const lastedWords = (lasted: LastedReply | undefined): string =>
  lasted === undefined ? '—' : sayWorkingMinutes(lasted.median)

/** @returns what nine in ten took no longer than */
export const mostWords = (lasted: LastedReply | undefined): string =>
  lasted === undefined ? '—' : sayWorkingMinutes(lasted.most)

/** What was arranged with the task beyond the everyday, as it is told on its page. */
export function ruleRows({
  assign,
  done,
  passes,
  report,
  siblings,
  to,
  urge,
}: TaskContent): { readonly key: string; readonly value: string }[] {
  return [
    ...(passes === undefined || passes.length === 0
      ? []
      : [{ key: '转下', value: `${passes.map((tier) => levelNames[tier]).join('、')}先接收，转下后下级才看到` }]),
    ...(assign === 'balanced' ? [{ key: '由谁办', value: assignmentNames.balanced }] : []),
    ...(to === undefined || to.by === 'territory'
      ? []
      : [{ key: '交给', value: to.by === 'duty' ? `负责${duties[to.duty]}的单位` : recipientNames[to.by] }]),
    ...(siblings === 'numbers' ? [{ key: '平级之间', value: '能看到彼此的数字，看不到任务项' }] : []),
    ...(done === 'checked' ? [{ key: '怎样算完成', value: '填好后由别人核实才算完成' }] : []),
    ...(report === 'automatic' ? [{ key: '上报', value: '到期没有上报的，系统自动上报' }] : []),
    ...(urge === undefined ? [] : [{ key: '提醒', value: `到期前 ${urge.before} 天提醒没办完的，逾期提醒上一级` }]),
  ]
}
