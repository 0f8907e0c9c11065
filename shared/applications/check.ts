import type { ApplicationContent, ApplicationPart, WireAction, WireTrigger } from '../contract'
import type { LedgerKind } from '../ledgers/ledger'
import { bookingMoments } from '../rules/wiring'
import { partTitle } from './fills'
import { triggerWords } from './wire-words'

/** What keeps an application from being opened, said where it is. */
export interface ApplicationProblem {
  readonly part?: string
  readonly wire?: string
  readonly message: string
}

/** The largest content kept with an application, as JSON: far below what an item of the table holds with its versions beside. */
export const mostContentBytes = 240_000

/** Which parts an action needs, and of which kind. */
function partOfAction(
  action: WireAction,
): { readonly key: string; readonly kind: ApplicationPart['kind'] } | undefined {
  switch (action.do) {
    case 'start':
    case 'visit':
      return { key: action.task, kind: 'task' }
    case 'tell':
      return { key: action.notice, kind: 'notice' }
    case 'put-in':
    case 'take-out':
      return { key: action.ledger, kind: 'ledger' }
    case 'errand':
    case 'step':
      return undefined
  }
}

const twice = (keys: readonly string[]): string | undefined => keys.find((key, at) => keys.indexOf(key) !== at)

/** @returns what is wrong with an application by itself; whether each part may be published is asked of the part */
export function applicationProblems(content: ApplicationContent): readonly ApplicationProblem[] {
  const { parts, roles, wiring } = content
  const byKey = new Map(parts.map((part) => [part.key, part]))
  const problems: ApplicationProblem[] = []
  if (parts.length === 0) problems.push({ message: '还没有任何组成部分：请至少放进一个台账、服务、任务或通知' })
  const [double, doubleRole, doubleWire] = [parts, roles, wiring].map((all) => twice(all.map(({ key }) => key)))
  if (double !== undefined) problems.push({ part: double, message: '两个组成部分用了同一个编号' })
  if (doubleRole !== undefined) problems.push({ message: '两个角色用了同一个编号' })
  if (doubleWire !== undefined) problems.push({ wire: doubleWire, message: '两条联动用了同一个编号' })
  const isRole = (key: string) => roles.some((role) => role.key === key)
  for (const part of parts) {
    const ledger =
      part.kind === 'task' && part.content.about.of === 'ledger'
        ? part.content.about.part
        : part.kind === 'notice'
          ? part.ledger
          : undefined
    if (ledger !== undefined && byKey.get(ledger)?.kind !== 'ledger')
      problems.push({ part: part.key, message: `${partTitle(part)}用到的台账不在这个应用里` })
    if (part.kind === 'task' && part.content.about.of === 'one' && part.begin === 'at-once')
      problems.push({ part: part.key, message: `${partTitle(part)}由联动下派，不能一开通就开始` })
    if (part.kind === 'service')
      for (const { role } of part.partners)
        if (!isRole(role)) problems.push({ part: part.key, message: `${partTitle(part)}用到的角色不在这个应用里` })
  }
  for (const wire of wiring) problems.push(...wireProblems(wire, byKey, isRole))
  for (const circle of circlesIn(wiring))
    problems.push({
      wire: circle[0]?.key ?? '',
      message: `联动绕成了圈，会一直停不下来：${circle.map(({ when }) => triggerWords(when, content)).join(' → ')} → …。请去掉其中一条`,
    })
  return problems
}

/** Whether a time is booked with it, or will be once its days are named. */
export const isBooked = ({ content, slotDays }: Extract<ApplicationPart, { kind: 'service' }>): boolean =>
  content.booking !== undefined || slotDays !== undefined

const kindOfTrigger: Readonly<Record<WireTrigger['of'], ApplicationPart['kind']>> = {
  service: 'service',
  task: 'task',
  notice: 'notice',
  ledger: 'ledger',
}

function wireProblems(
  { key, when, does }: ApplicationContent['wiring'][number],
  parts: ReadonlyMap<string, ApplicationPart>,
  isRole: (key: string) => boolean,
): ApplicationProblem[] {
  const problems: ApplicationProblem[] = []
  const say = (message: string) => problems.push({ wire: key, message })
  const source = parts.get(when.part)
  if (source?.kind !== kindOfTrigger[when.of]) say('起因用到的组成部分已经不在这个应用里')
  if (when.of === 'notice' && source?.kind === 'notice') {
    const question = source.content.questions.find((one) => one.key === when.question)
    if (question?.options?.some(({ code }) => code === when.option) !== true) say('起因用到的问题或选项已经不在通知里')
  }
  if (when.of === 'service' && source?.kind === 'service' && bookingMoments.includes(when.at) && !isBooked(source))
    say(`${partTitle(source)}不用约时间，没有约上和候补`)
  if ((when.of === 'service' || when.of === 'task') && when.only !== undefined) {
    const form = source?.kind === 'service' || source?.kind === 'task' ? source.content.form : undefined
    if (form?.controls.some(({ id }) => id === when.only?.control) !== true) say('条件用到的问题已经不在表单里')
  }
  for (const action of does) {
    const needed = partOfAction(action)
    const part = needed === undefined ? undefined : parts.get(needed.key)
    if (needed !== undefined && part?.kind !== needed.kind) say('后续动作用到的组成部分已经不在这个应用里')
    if ((action.do === 'errand' || action.do === 'step') && when.of !== 'service') say('只有服务的申请才能交办或流转')
    if (action.do === 'errand' && action.to !== undefined && !isRole(action.to)) say('交办用到的角色不在这个应用里')
    if (action.do === 'step' && (action.step === 'close' || action.step === 'decline') && (action.note ?? '') === '')
      say('请写明给居民的答复')
    if (part?.kind === 'ledger' && part.content.membership.by !== 'hand')
      say(`${partTitle(part)}按条件自动收录，不能由联动登记或移出`)
    if (part?.kind === 'ledger' && (action.do === 'put-in' || action.do === 'take-out')) {
      const comes = kindThatComes(when, source)
      if (comes !== undefined && comes !== part.content.kind)
        say(`${partTitle(part)}登记的是${kindWords[part.content.kind]}，起因里来的是${kindWords[comes]}，登记不进去`)
      if (when.of === 'ledger' && when.part === action.ledger && (when.at === 'added') === (action.do === 'take-out'))
        say(`${partTitle(part)}刚登记的就移出，等于没有登记`)
    }
    if (action.do === 'start' && part?.kind === 'task' && part.content.about.of === 'one')
      say(`${partTitle(part)}只能就某一个人或地方下派`)
    if (action.do === 'visit' && part?.kind === 'task' && !isAboutWhat(when, source, part))
      say(`${partTitle(part)}要看的对象和起因里的不是一类`)
  }
  return problems
}

/** Whether what a task looks at is of the kind the trigger tells of: a request is somebody's, a receipt somebody's, a row what its ledger holds. */
function isAboutWhat(
  when: WireTrigger,
  source: ApplicationPart | undefined,
  task: Extract<ApplicationPart, { kind: 'task' }>,
): boolean {
  const wanted = task.content.form.subjects.find(({ is }) => is.by === 'target')?.kind
  const comes = kindThatComes(when, source)
  return comes !== undefined && comes === wanted
}

/** Of what kind that is which something happened to; undefined where the part tells nothing of it. */
function kindThatComes(when: WireTrigger, source: ApplicationPart | undefined): LedgerKind | undefined {
  if (when.of === 'ledger') return source?.kind === 'ledger' ? source.content.kind : undefined
  if (when.of !== 'task') return 'person'
  const kind =
    source?.kind === 'task' ? source.content.form.subjects.find(({ is }) => is.by === 'target')?.kind : undefined
  return kind === 'event' ? undefined : kind
}

const kindWords: Readonly<Record<LedgerKind, string>> = {
  person: '人',
  organisation: '单位',
  thing: '物品',
  place: '地点',
}

type Wire = ApplicationContent['wiring'][number]

/** What an action by itself sets off: the moments that come without anybody doing anything. */
function follows(action: WireAction, when: WireTrigger): readonly string[] {
  switch (action.do) {
    case 'step':
      return action.step === 'claim'
        ? []
        : [
            momentKey(
              when.part,
              action.step === 'confirm' ? 'confirmed' : action.step === 'close' ? 'closed' : 'declined',
            ),
          ]
    case 'put-in':
      return [momentKey(action.ledger, 'added')]
    case 'take-out':
      return [momentKey(action.ledger, 'removed')]
    case 'errand':
    case 'start':
    case 'visit':
    case 'tell':
      // Somebody has to do something before anything follows.
      return []
  }
}

const momentKey = (part: string, at: string): string => `${part}/${at}`
const setOffBy = ({ when }: Wire): string =>
  momentKey(when.part, when.of === 'notice' ? `${when.question}.${when.option}` : when.at)

/** @returns the circles of wires that would go on for ever by themselves, each from one of its wires on */
export function circlesIn(wiring: readonly Wire[]): readonly (readonly Wire[])[] {
  const next = new Map(
    wiring.map((wire) => {
      const moments = new Set(wire.does.flatMap((action) => follows(action, wire.when)))
      return [wire, wiring.filter((other) => moments.has(setOffBy(other)))]
    }),
  )
  const circles: Wire[][] = []
  const over = new Set<Wire>()
  const walk = (wire: Wire, way: readonly Wire[]) => {
    const at = way.indexOf(wire)
    if (at >= 0) return void circles.push(way.slice(at))
    if (over.has(wire)) return
    for (const other of next.get(wire) ?? []) walk(other, [...way, wire])
    over.add(wire)
  }
  for (const wire of wiring) walk(wire, [])
  return circles
}
