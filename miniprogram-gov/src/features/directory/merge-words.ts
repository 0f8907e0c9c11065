import type { OrganisationReply } from '@zmht/shared/contract'
import { shortDay } from './days'

/** What a merger comes to, before it is done. */
export function mergeWords(
  { name, posts, manages, below }: Pick<OrganisationReply, 'name' | 'posts' | 'manages' | 'below'>,
  into: string,
  date: string,
  today: string,
): string {
  const people = new Set(posts.flatMap(({ holders }) => holders.map(({ id }) => id))).size
  const open = posts.filter(({ closed }) => !closed).length
  const parts = [
    open > 0 ? `${open} 个岗位` : '',
    people > 0 ? `${people} 个人` : '',
    manages.length > 0 ? `管理的 ${manages.length} 个地点` : '',
    below.length > 0 ? `${below.length} 个下级单位` : '',
  ].filter((part) => part !== '')
  const since = date > today ? `${shortDay(date, today)}起` : '马上'
  const what = parts.length === 0 ? '' : `，${parts.join('、')}一起过去`
  const follows = people === 0 ? '' : `他们的权限随之按${into}计算，没办完的事按交接规则转交。`
  return `${name}${since}并入${into}${what}。${follows}${name}不再使用，记录保留。`
}
