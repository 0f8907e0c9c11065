import type { OperationBody } from '@zmht/shared/contract'
import { type Level, levelNames, levels } from '@zmht/shared/geo'

/** 「12 个楼栋、36 个单元、720 个门牌号」 */
function inWords(inside: Readonly<Record<string, number>>): string {
  return levels
    .flatMap((level: Level) => {
      const count = inside[level] ?? 0
      return count === 0 ? [] : [`${count} 个${levelNames[level]}`]
    })
    .join('、')
}

/** What follows from an operation, as sentences for whoever is about to decide it. */
export function consequencesOf(
  body: OperationBody,
  place: { readonly name: string; readonly level: Level },
  targets: readonly string[],
  inside: Readonly<Record<string, number>>,
  requests: number,
): string[] {
  const content = inWords(inside)
  const along = content === '' ? [] : [`其中的${content}一并划入`]
  const people = `居民的住址、办件${requests > 0 ? `（${requests} 件）` : ''}、人员台账和统计数随之改到新的归属，居民不用重新填写`
  const [target = ''] = targets
  switch (body.kind) {
    case 'rename':
      return [
        `原名「${place.name}」仍可查到，会引到新名称`,
        ...(body.code === undefined ? [] : ['原区划代码仍可查到']),
        '住址、办件和台账里显示的名称随之更新',
      ]
    case 'move':
      return [
        ...along,
        people,
        `管理责任、可见的服务和工作人员的权限从生效起按「${target}」执行，原单位不再看到这里的人和事`,
        '网格按地点划定，移出原社区的楼栋需要重新编入网格',
      ]
    case 'merge':
      return [
        ...along,
        people,
        `「${place.name}」不再出现在列表里，原名和原代码会引到「${target}」`,
        `管理责任和工作人员的权限从生效起按「${target}」执行`,
        `向「${place.name}」发布的服务不再显示，需要由「${target}」重新发布`,
      ]
    case 'split':
      return [
        `新设${body.parts.map(({ name, children }) => `「${name}」（${children.length} 个下级划入）`).join('、')}`,
        people,
        `没有划出的下级仍在「${place.name}」`,
        '新设的地点还没有管理单位和服务，请随后设置',
      ]
    case 'abolish':
      return [
        `「${place.name}」不再出现在列表里，历史和台账记录都保留`,
        ...(targets.length === 0
          ? ['没有后继地点，原名只能查到它的历史']
          : [`原名和原代码会引到${targets.map((name) => `「${name}」`).join('、')}，有多个时由使用者选择`]),
        ...(body.into.length === 1 ? [...along, people] : []),
      ]
  }
}
