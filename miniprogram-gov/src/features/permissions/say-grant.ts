import type { GrantContent } from '@zmht/shared/contract'
import type { Sensitivity } from '@zmht/shared/knowledge'
import { actionNames, ranks, resourceKinds, roles } from '@zmht/shared/permission'
import { fromWords, toWords } from './dates'
import { fieldsWords, nameIn, sensitivityNames } from './words'

/** Names of what a rule names by id. */
export type Named = Readonly<Record<string, string>>

/** So many are named in a sentence; the details name all. */
const most = 4

function listed(names: readonly string[], word: '、' | '或'): string {
  if (names.length > most) return `${names.slice(0, most - 1).join('、')}等 ${names.length} 项`
  const last = names.at(-1)
  if (last === undefined || names.length === 1) return last ?? ''
  return `${names.slice(0, -1).join('、')}${word}${last}`
}
const quoted = (names: readonly string[]) => names.map((name) => `“${name}”`)

/** 「“社工”岗位」, 「望京街道（含下级单位）里，社区级、角色为“服务办理”的岗位」 */
export function subjectWords(subject: GrantContent['subject'], named: Named): string {
  const name = (id: string) => nameIn(named, id)
  const kinds = [
    ...(subject.ranks
      ? [
          listed(
            subject.ranks.map((one) => nameIn(ranks, one)),
            '或',
          ),
        ]
      : []),
    ...(subject.roles ? [`角色为${listed(quoted(subject.roles.map((one) => nameIn(roles, one))), '或')}`] : []),
    ...(subject.tags ? [`带${listed(quoted(subject.tags), '或')}标签`] : []),
  ]
  const inside = subject.organisations ? `${listed(subject.organisations.map(name), '或')}（含下级单位）` : ''
  if (subject.posts) {
    const conditions = [inside, ...kinds].filter((one) => one !== '')
    const posts = `${listed(quoted(subject.posts.map(name)), '或')}岗位`
    return conditions.length === 0 ? posts : `${posts}（须是${conditions.join('、')}的）`
  }
  if (kinds.length === 0) return inside === '' ? '所有岗位' : `${inside}的岗位`
  return `${inside === '' ? '' : `${inside}里`}${kinds.join('、')}的岗位`
}

/** 「在本单位管理的地点」, 「在花家地北里社区」 */
export function territoryWords(territory: GrantContent['territory'], named: Named): string {
  if (territory === 'own') return '在本单位管理的地点'
  if (territory === 'all') return '在所有地方'
  return `在${listed(
    territory.given.map((id) => nameIn(named, id)),
    '、',
  )}`
}

/** 「望京街道（含下级单位）所属、带“养老”标签的诉求」; an empty text where nothing narrows it. */
export function onlyWords(resource: GrantContent['resource'], named: Named): string {
  const name = (id: string) => nameIn(named, id)
  const of = [
    ...(resource.owners ? [`${listed(resource.owners.map(name), '或')}（含下级单位）所属`] : []),
    ...(resource.tags ? [`带${listed(quoted(resource.tags), '或')}标签`] : []),
    ...(resource.applications ? [`应用${listed(quoted(resource.applications.map(name)), '或')}`] : []),
  ]
  const kinds = resource.kinds
    ? listed(
        resource.kinds.map((one) => resourceKinds[one]),
        '、',
      )
    : ''
  if (of.length === 0) return kinds
  return `${of.join('、')}的${kinds === '' ? '内容' : kinds}`
}

/** Which values a rule speaks of, where it speaks of some only. */
function valuesWords({ attributes, sensitivities }: GrantContent['resource'], named: Named): string | undefined {
  const levels =
    sensitivities &&
    listed(
      sensitivities.map((one: Sensitivity) => sensitivityNames[one]),
      '、',
    )
  if (attributes === undefined) return levels
  const names = listed(quoted(attributes.map((code) => nameIn(named, code))), '、')
  return levels === undefined ? names : `${names}里的${levels}`
}

/**
 * A rule as one sentence: 「社区级、角色为“服务办理”的岗位，可以在本单位管理的地点查看台账；敏感个人信息打码」.
 * @param named names of the organisations, posts, places, applications and attributes the rule names; what has none stands as its id
 */
export function sayGrant(content: GrantContent, named: Named): string {
  const { effect, subject, resource, fields, from, to } = content
  const who = subjectWords(subject, named)
  const where = territoryWords(content.territory, named)
  const what =
    content.actions.length === 0 ? '……（还没有选操作）' : content.actions.map((one) => actionNames[one]).join('、')
  const only = onlyWords(resource, named)
  const narrowed = only === '' ? '' : `（只限${only}）`
  const values = valuesWords(resource, named)
  const dates = [...(from === undefined ? [] : [fromWords(from)]), ...(to === undefined ? [] : [toWords(to)])]
  const good = dates.length === 0 ? '' : `；${dates.join('，')}`
  if (values !== undefined) {
    const shown = fieldsWords(fields, resource.sensitivities)
    const said =
      effect === 'forbid' ? `不显示${values}` : `还能看到${values}${shown === '看原文' ? '的原文' : `（${shown}）`}`
    return `${who}${where}${what}${narrowed}时，${said}${good}`
  }
  if (effect === 'forbid') return `禁止${who}${where}${what}${narrowed}${good}`
  return `${who}，可以${where}${what}${narrowed}；${fieldsWords(fields)}${good}`
}
