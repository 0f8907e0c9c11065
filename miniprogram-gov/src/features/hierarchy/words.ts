import type { HistoryEntryReply, OperationReply } from '@zmht/shared/contract'
import { type Level, levelNames, levels, type OperationKind, operationNames, shortName } from '@zmht/shared/geo'
import type { PathStep } from '@zmht/shared/ui'

/** How places of a level are counted. */
const counters: Readonly<Record<Level, string>> = {
  province: '个省',
  city: '个市',
  district: '个区县',
  subdistrict: '个街道乡镇',
  community: '个社区村',
  compound: '个小区',
  building: '栋',
  unit: '个单元',
  door: '户',
}

const figure = (count: number) => String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** 「12 栋 · 36 个单元 · 720 户」, from the highest level down; an empty text for nothing. */
export function countWords(groups: Readonly<Record<string, number>>): string {
  return levels
    .flatMap((level) => {
      const count = groups[level] ?? 0
      return count > 0 ? [`${figure(count)} ${counters[level]}`] : []
    })
    .join(' · ')
}

/** The two counts that say most beside a name in a list. */
export function briefCounts(groups: Readonly<Record<string, number>> | undefined): string {
  return groups === undefined ? '' : countWords(groups).split(' · ').slice(0, 2).join(' · ')
}

export const sumOf = (groups: Readonly<Record<string, number>>): number =>
  Object.values(groups).reduce((sum, count) => sum + count, 0)

/** A level below which places of a level may hang. */
export function levelsBelow(level: Level): readonly Level[] {
  return levels.slice(levels.indexOf(level) + 1)
}

export const isAtOrBelow = (level: Level, other: Level): boolean => levels.indexOf(level) >= levels.indexOf(other)

/** The names along a way, from what matters on. */
export function wayWords(lineage: readonly Pick<PathStep, 'name' | 'level'>[]): string {
  return lineage.map(shortName).join(' ')
}

/** What an operation is for, before it is chosen. */
export const operationHints: Readonly<Record<OperationKind, string>> = {
  rename: '改名称或区划代码，里面的一切不变',
  move: '整体划归另一个上级，里面的一切跟着走',
  merge: '并入另一个地点，原名称和代码仍能查到',
  split: '把一部分下级划出去，成立新的地点',
  abolish: '不再使用，下级归到后继地点',
}

/** The sentence of a history entry: 「由 望京街道 划归 东湖街道」. */
export function historyWords(entry: HistoryEntryReply): string {
  const { before, after } = entry
  switch (entry.operation.kind) {
    case 'rename':
      return before.name !== undefined && before.name !== after.name
        ? `由「${before.name}」更名为「${after.name ?? ''}」`
        : `区划代码由 ${before.code ?? '无'} 改为 ${after.code ?? '无'}`
    case 'move':
      return `由 ${before.parent?.name ?? '原上级'} 划归 ${after.parent?.name ?? '新上级'}`
    case 'merge':
    case 'abolish': {
      const into = (after.into ?? []).map(({ name }) => name).join('、')
      const how = entry.operation.kind === 'merge' ? '合并' : '撤销'
      return into === '' ? how : `${how}，并入 ${into}`
    }
    case 'split': {
      const into = (after.into ?? []).map(({ name }) => name).join('、')
      return into === '' ? '拆分' : `拆分出 ${into}`
    }
  }
}

/** Names a place bore before, the latest first, each once. */
export function formerNames(history: readonly HistoryEntryReply[], now: string): readonly string[] {
  const names = history.flatMap(({ before }) => (before.name === undefined || before.name === now ? [] : [before.name]))
  return [...new Set(names)]
}

export const operationTitle = (operation: Pick<OperationReply, 'kind' | 'place'>): string =>
  `${operationNames[operation.kind]}：${shortName(operation.place)}`

/** A level and its number as people say it. */
export const levelWord = (level: Level): string => levelNames[level]
