import type { ImportChange } from '@zmht/shared/contract'

export type ChangeKind = ImportChange['what']
export type ChangeCounts = Readonly<Record<ChangeKind, number>>

/** Kinds of change, what needs a look first. */
export const changeKinds = [
  'problem',
  'added',
  'moved',
  'ended',
  'phone',
  'same',
] as const satisfies readonly ChangeKind[]

export const changeNames: Readonly<Record<ChangeKind, string>> = {
  problem: '有问题',
  added: '新增',
  moved: '调动',
  ended: '离任',
  phone: '换号',
  same: '不变',
}

/** How many people something changes for. */
export const changing = ({ added, moved, ended, phone }: ChangeCounts): number => added + moved + ended + phone

/** 「新增 3 人，调动 1 人」, only what happens. */
export function countWords(counts: ChangeCounts): string {
  return (['added', 'moved', 'ended', 'phone'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${changeNames[kind]} ${counts[kind]} 人`)
    .join('，')
}

/** What is said before it is done. `since`: 「从今天起」 */
export function confirmationWords(counts: ChangeCounts, since: string, complete: boolean): string {
  const left = counts.problem > 0 ? `有问题的 ${counts.problem} 行不导入。` : ''
  const ended =
    complete && counts.ended > 0 ? `表里没有的 ${counts.ended} 人${since}离任，马上看不到原单位的资料。` : ''
  return `${since}${countWords(counts)}。${ended}${left}权限跟着岗位走，不用另外设置。`
}

/** What became of one row, beside the name. */
export function changeDetail(change: ImportChange): string {
  switch (change.what) {
    case 'moved':
      return change.former === undefined ? '调到这里' : `从${change.former}调来`
    case 'ended':
      return '表里没有，离任'
    case 'phone':
      return '换了手机号'
    case 'added':
      return '新增'
    case 'same':
      return '不变'
    case 'problem':
      return change.message ?? '这一行读不懂，请检查'
  }
}
