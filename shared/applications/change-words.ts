import type { ApplicationContent, ApplicationPart, ApplicationSettings } from '../contract'
import { canonical } from './carry'
import { partTitle } from './fills'
import { wireWords } from './wire-words'

/** An application as it is opened: what it is made of, and what was said of this place. */
export interface Opened {
  readonly content: ApplicationContent
  readonly settings: ApplicationSettings
}

const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

const byKey = <T extends { readonly key: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.key, one]))

/** @returns what is otherwise than before, in words, a line each; none where nothing is */
export function changeWords(before: Opened, after: Opened): readonly string[] {
  const [was, is] = [before.content, after.content]
  const lines: string[] = []
  if (was.title !== is.title) lines.push(`名称由“${was.title}”改为“${is.title}”`)
  if (was.summary !== is.summary || was.category !== is.category) lines.push('改了说明或分类')
  const [partsBefore, partsAfter] = [byKey(was.parts), byKey(is.parts)]
  for (const part of is.parts) {
    const former = partsBefore.get(part.key)
    if (former === undefined) lines.push(`增加${partTitle(part)}`)
    else if (!isSame(former, part)) lines.push(...partWords(former, part))
  }
  for (const part of was.parts) if (!partsAfter.has(part.key)) lines.push(`去掉${partTitle(part)}`)
  const [rolesBefore, rolesAfter] = [byKey(was.roles), byKey(is.roles)]
  for (const role of is.roles) if (!rolesBefore.has(role.key)) lines.push(`增加角色“${role.name}”`)
  for (const role of was.roles) if (!rolesAfter.has(role.key)) lines.push(`去掉角色“${role.name}”`)
  const [wiresBefore, wiresAfter] = [byKey(was.wiring), byKey(is.wiring)]
  for (const wire of is.wiring) {
    const former = wiresBefore.get(wire.key)
    if (former === undefined) lines.push(`增加联动：${wireWords(wire, is)}`)
    else if (!isSame(former, wire)) lines.push(`联动改为：${wireWords(wire, is)}`)
  }
  for (const wire of was.wiring) if (!wiresAfter.has(wire.key)) lines.push(`去掉联动：${wireWords(wire, was)}`)
  lines.push(...settingWords(before.settings, after.settings, is))
  return lines
}

function partWords(before: ApplicationPart, after: ApplicationPart): string[] {
  const title = partTitle(after)
  if (before.kind !== after.kind) return [`${title}换成了另一类`]
  const lines: string[] = []
  if (partTitle(before) !== title) lines.push(`${partTitle(before)}改名为${title}`)
  const details = [...fieldWords(before, after), ...ownWords(before, after)]
  if (details.length > 0) lines.push(`${title}：${details.join('，')}`)
  return lines.length > 0 ? lines : [`${title}有改动`]
}

/** What is asked otherwise: questions added, left out, worded otherwise. */
function fieldWords(before: ApplicationPart, after: ApplicationPart): string[] {
  if (!('form' in before.content) || !('form' in after.content)) return []
  const labels = (part: typeof before.content) =>
    new Map('form' in part ? part.form.controls.map((control) => [control.id, control]) : [])
  const [was, is] = [labels(before.content), labels(after.content)]
  const added = [...is.values()].filter(({ id }) => !was.has(id)).map(({ label }) => `“${label}”`)
  const gone = [...was.values()].filter(({ id }) => !is.has(id)).map(({ label }) => `“${label}”`)
  const other = [...is.values()].filter((control) => was.has(control.id) && !isSame(was.get(control.id), control))
  return [
    ...(added.length > 0 ? [`多问${added.join('、')}`] : []),
    ...(gone.length > 0 ? [`不再问${gone.join('、')}`] : []),
    ...(other.length > 0 ? [`${other.map(({ label }) => `“${label}”`).join('、')}改了问法`] : []),
  ]
}

function ownWords(before: ApplicationPart, after: ApplicationPart): string[] {
  const words: string[] = []
  if ('begin' in before && 'begin' in after && before.begin !== after.begin)
    words.push(after.begin === 'at-once' ? '改为一开通就开始' : '改为先备着，需要时再开始')
  if ('days' in before && 'days' in after && before.days !== after.days) words.push(`期限改为 ${after.days} 天`)
  if (before.kind === 'service' && after.kind === 'service') {
    if (before.content.procedure !== after.content.procedure) words.push('改了办理方式')
    if (before.content.promisedDays !== after.content.promisedDays)
      words.push(`承诺时间改为 ${after.content.promisedDays} 个工作日`)
    if (!isSame(before.content.booking, after.content.booking)) words.push('改了预约的时间或名额')
    if (!isSame(before.partners, after.partners)) words.push('改了参与的角色')
  }
  if (before.kind === 'notice' && after.kind === 'notice' && before.content.text !== after.content.text)
    words.push('改了正文')
  if (before.kind === 'task' && after.kind === 'task' && !isSame(before.content.measures, after.content.measures))
    words.push('改了指标')
  if (before.kind === 'ledger' && after.kind === 'ledger') {
    if (!isSame(before.content.columns, after.content.columns)) words.push('改了列')
    if (!isSame(before.content.membership, after.content.membership)) words.push('改了收录条件')
    if (!isSame(before.measures, after.measures)) words.push('改了指标')
  }
  return words
}

function settingWords(
  before: ApplicationSettings,
  after: ApplicationSettings,
  { roles }: Pick<ApplicationContent, 'roles'>,
): string[] {
  const added = after.reach.filter((place) => !before.reach.includes(place)).length
  const gone = before.reach.filter((place) => !after.reach.includes(place)).length
  const others = roles.filter(({ key }) => before.roles[key] !== after.roles[key])
  const filled = Object.keys(after.fills).filter((name) => before.fills[name] !== after.fills[name])
  return [
    ...(added > 0 ? [`范围增加 ${added} 个地方`] : []),
    ...(gone > 0 ? [`范围去掉 ${gone} 个地方`] : []),
    ...others.map(({ name }) => `“${name}”换了单位`),
    ...(filled.length > 0 ? [`改填了${filled.map((name) => `“${name}”`).join('、')}`] : []),
  ]
}
