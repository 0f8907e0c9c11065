import type { PersonnelBody } from '@zmht/shared/contract'
import { type Day, type Holding, isAwayOn, isHeldOn } from '@zmht/shared/permission'
import { isDay } from './days'
import { clashOf, overlap, type Period } from './holdings'
import type { Scene } from './personnel'
import type { Official } from './records'

/** What operations are dated by: what happened may be recorded late, what is planned not too far ahead. */
const lateDays = 31
const yearsAhead = 5
const earliest: Day = '2000-01-01'
/** More posts than that nobody holds. */
const mostPosts = 20
/** More people than that are on no post. */
const mostHolders = 200

const shifted = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 24 * 3600 * 1000).toISOString().slice(0, 10)
const latest = (today: Day): Day => `${Number(today.slice(0, 4)) + yearsAhead}${today.slice(4)}`

/** @returns what is wrong with the days of an operation */
export function dateObstacles(body: { readonly date: Day; readonly until?: Day | undefined }, today: Day): string[] {
  const { until } = body
  const obstacles: string[] = []
  if (!isDay(body.date) || (until !== undefined && !isDay(until))) return ['日历上没有这一天，请重新选择日期']
  if (body.date < earliest) obstacles.push('日期不能早于 2000 年')
  else if (body.date < shifted(today, -lateDays)) obstacles.push(`补记最多往前 ${lateDays} 天`)
  if (body.date > latest(today) || (until !== undefined && until > latest(today)))
    obstacles.push(`日期不能晚于 ${yearsAhead} 年之后`)
  if (until !== undefined && until <= body.date) obstacles.push('结束日期应晚于开始日期')
  return obstacles
}

function postObstacles(id: string, day: Day, { posts, organisations }: Scene): string[] {
  const post = posts.get(id)
  if (post === undefined) return ['没有找到这个岗位，请重新选择']
  const organisation = organisations.get(post.organisationId)
  if (post.closed) return [`岗位「${post.title}」已停用，请选择其他岗位`]
  if (post.termEnds !== undefined && post.termEnds < day) return [`岗位「${post.title}」的任期已满，请选择其他岗位`]
  if (organisation === undefined) return ['没有找到岗位所在的单位']
  if (organisation.ended !== undefined && organisation.ended.date <= day)
    return [`「${organisation.name}」已撤并，请选择现在的单位`]
  if (post.holders.filter(({ until }) => until === undefined || until > day).length >= mostHolders)
    return [`岗位「${post.title}」已有 ${mostHolders} 人，请另设一个岗位`]
  return []
}

const titleOf = ({ posts }: Scene, id: string): string => posts.get(id)?.title ?? ''

/** Nobody holds a post twice on one day. */
function twice(id: string, period: Period, scene: Scene): string[] {
  const { official } = scene
  const held = official.holdings.some((one) => one.post === id && overlap(one, period))
  return held ? [`${official.name}在这段时间已经任「${titleOf(scene, id)}」，不用重复任职`] : []
}

/** Who takes over open work is somebody in office that day, and somebody else. */
function successorObstacles(successor: string | undefined, day: Day, { official, others }: Scene): string[] {
  if (successor === undefined) return []
  if (successor === official.id) return ['不能交接给本人，请选择其他人']
  const found = others.get(successor)
  if (found === undefined) return ['没有找到接办的人，请重新选择']
  if (!found.holdings.some((one) => isHeldOn(one, day))) return [`${found.name}那天没有岗位，不能接办，请选择其他人`]
  return isAwayOn(found.absences, day) ? [`${found.name}那天休假，不能接办，请选择其他人`] : []
}

function absenceObstacles(body: Extract<PersonnelBody, { kind: 'absence' }>, scene: Scene): string[] {
  const { official, others } = scene
  const away = { from: body.date, until: body.until }
  const obstacles: string[] = []
  if (official.absences.some((one) => overlap(one, away))) obstacles.push(`${official.name}这段时间已经登记了休假`)
  if (!official.holdings.some((one) => overlap(one, away))) obstacles.push(`${official.name}这段时间没有岗位`)
  const { substitute: id } = body
  if (id === undefined) return obstacles
  const substitute = others.get(id)
  if (id === official.id) return [...obstacles, '不能由本人代理，请选择其他人']
  if (substitute === undefined) return [...obstacles, '没有找到代理的人，请重新选择']
  if (!substitute.holdings.some((one) => isHeldOn(one, body.date)))
    obstacles.push(`${substitute.name}那天没有岗位，不能代理，请选择其他人`)
  if (scene.standsInFor.has(id))
    obstacles.push(`${official.name}正在代理${substitute.name}的岗位，不能互相代理，请选择其他人`)
  if (substitute.absences.some((one) => overlap(one, away)))
    obstacles.push(`${substitute.name}这段时间也休假，请选择其他人代理`)
  return obstacles
}

/** @returns in plain words everything that stands in the way of an operation by itself. */
export function obstaclesBefore(body: PersonnelBody, scene: Scene): string[] {
  const { today, official } = scene
  const dates = dateObstacles({ date: body.date, ...('until' in body ? { until: body.until } : {}) }, today)
  if (dates.length > 0) return dates
  switch (body.kind) {
    case 'appoint': {
      const { post, date, until } = body
      if (body.as === 'acting' && until === undefined) return ['代理需要写明到哪一天为止']
      const period = { from: date, ...(until === undefined ? {} : { until }) }
      return [...postObstacles(post, date, scene), ...twice(post, period, scene)]
    }
    case 'transfer':
    case 'promote': {
      if (body.from === body.to) return ['原岗位和新岗位是同一个，请重新选择']
      if (!isTheirs(official.holdings, body.from, body.date))
        return [`${official.name}那天不任「${titleOf(scene, body.from)}」，请核对原岗位和日期`]
      return [
        ...postObstacles(body.to, body.date, scene),
        ...twice(body.to, { from: body.date }, scene),
        ...successorObstacles(body.successor, body.date, scene),
      ]
    }
    case 'leave-post': {
      const { post, date } = body
      const leaves = official.holdings.some((one) => (post === undefined || one.post === post) && endsAfter(one, date))
      if (!leaves) return [`${official.name}从那天起没有这个岗位，不用办理离任`]
      return successorObstacles(body.successor, date, scene)
    }
    case 'absence':
      return absenceObstacles(body, scene)
    case 'return':
      return isAwayOn(official.absences, body.date) ? [] : [`${official.name}那天没有休假，不用销假`]
  }
}

const endsAfter = ({ until }: Holding, day: Day): boolean => until === undefined || until > day
/** What somebody holds by themself; whoever stands in for another has nothing to be transferred from. */
const isTheirs = (holdings: readonly Holding[], post: string, day: Day): boolean =>
  holdings.some((one) => one.post === post && one.standsInFor === undefined && isHeldOn(one, day))

/** @returns what stands in the way of everybody being as the operation would leave them. */
export function obstaclesAfter(officials: readonly Official[], { posts, today }: Scene): string[] {
  return officials.flatMap((one) => {
    const clash = clashOf(one.holdings, posts, today)
    const count = new Set(one.holdings.filter((holding) => endsAfter(holding, today)).map(({ post }) => post)).size
    return [
      ...(clash === undefined ? [] : [`${one.name}会同时有${clash}，这两项职责必须由不同的人承担`]),
      ...(count > mostPosts ? [`${one.name}的岗位超过 ${mostPosts} 个，请先办理离任`] : []),
    ]
  })
}
