import type {
  ApplicationContent,
  ApplicationPart,
  ApplicationSettings,
  ChannelContent,
  ChannelReply,
  LedgerReply,
  NoticeReply,
  PartOf,
  TaskReply,
} from '../contract'
import { contentOfChannel } from '../contract/content-of-channel'
import type { ChannelPart } from '../rules/channel'
import { freeKey } from './edit'

/** What somebody chose among what their organisation has. */
export type Chosen =
  | { readonly kind: 'ledger'; readonly of: LedgerReply }
  | { readonly kind: 'service'; readonly of: ChannelReply }
  | { readonly kind: 'task'; readonly of: TaskReply }
  | { readonly kind: 'notice'; readonly of: NoticeReply }

export interface Gathered {
  readonly parts: readonly ApplicationPart[]
  readonly roles: ApplicationContent['roles']
  /** Who the roles are, and which days the services have: said already, and asked again elsewhere. */
  readonly settings: Pick<ApplicationSettings, 'roles' | 'fills'>
  /** What stayed behind, in words. */
  readonly left: readonly string[]
}

/** The name a service's days are asked for under. */
const slotDays = '预约日期'

/**
 * Takes what is there into an application, beside what is in it already, and as the part itself: no other is made of it. Organisations that take part become roles, a task or a notice
 * about a ledger names the part that ledger became. Places, people and dates are no content: they are what differs elsewhere.
 */
export function gather(chosen: readonly Chosen[], into: Pick<ApplicationContent, 'parts' | 'roles'>): Gathered {
  const parts: ApplicationPart[] = []
  const left: string[] = []
  let { roles } = into
  const settings: { roles: ApplicationSettings['roles']; fills: ApplicationSettings['fills'] } = {
    roles: {},
    fills: {},
  }
  /** By the ledger's id. */
  const ledgers = new Map<string, string>()
  const keyOf = (kind: ApplicationPart['kind']) => freeKey(kind, [...into.parts, ...parts])
  for (const one of chosen) {
    if (one.kind !== 'ledger') continue
    const key = keyOf('ledger')
    ledgers.set(one.of.id, key)
    parts.push({ kind: 'ledger', key, uses: one.of.id, content: one.of.content, measures: one.of.measures })
  }
  for (const one of chosen) {
    switch (one.kind) {
      case 'ledger':
        break
      case 'service': {
        const gathered = servicePart(keyOf('service'), unshared(one.of), roles)
        parts.push({ ...gathered.part, uses: one.of.id })
        roles = gathered.roles
        Object.assign(settings.roles, gathered.who)
        if (gathered.days.length > 0) settings.fills[slotDays] = gathered.days.join(',')
        left.push(...gathered.left)
        break
      }
      case 'task': {
        const gathered = taskPart(keyOf('task'), one.of, ledgers)
        parts.push(gathered.part.content.about.of === 'one' ? gathered.part : { ...gathered.part, uses: one.of.id })
        left.push(...gathered.left)
        break
      }
      case 'notice': {
        const gathered = noticePart(keyOf('notice'), one.of, ledgers)
        parts.push({ ...gathered.part, uses: one.of.id })
        left.push(...gathered.left)
        break
      }
    }
  }
  return { parts, roles: [...roles], settings, left }
}

/** Whether others may begin from it is said anew where it goes. */
function unshared(channel: ChannelReply): ChannelContent {
  const { shared: _shared, ...content } = contentOfChannel(channel)
  return content
}

/** What an organisation is called where only its part is known, and what it does, read by whoever chooses it. */
const roleOf: Readonly<Record<ChannelPart, { readonly name: string; readonly about: string }>> = {
  desk: { name: '办理单位', about: '居民的申请由它办理' },
  partner: { name: '承办单位', about: '在它的名单里看到申请，逐个确认或说明原因' },
  beside: { name: '协办单位', about: '和本单位一起办理' },
  informed: { name: '知情单位', about: '看得到进展，不用办理' },
}

/** @returns a service as a part, with the roles it needs beside those there are */
export function servicePart(
  key: string,
  content: ChannelContent,
  before: ApplicationContent['roles'],
): {
  readonly part: PartOf<'service'>
  readonly roles: ApplicationContent['roles']
  /** By role: the organisation it stands for. */
  readonly who: Readonly<Record<string, OrganisationId>>
  /** The days of its slots. */
  readonly days: readonly string[]
  readonly left: readonly string[]
} {
  const { parts: organisations = [], booking, times, link, ...rest } = content
  const roles = [...before]
  const byOrganisation = new Map<OrganisationId, string>()
  const partners = organisations.map(({ organisation, part }) => {
    const known = byOrganisation.get(organisation)
    if (known !== undefined) return { role: known, part }
    const role = freeKey('role', roles)
    const { name, about } = roleOf[part]
    const alike = roles.filter((one) => one.name.startsWith(name)).length
    roles.push({ key: role, name: alike === 0 ? name : `${name}${alike + 1}`, about })
    byOrganisation.set(organisation, role)
    return { role, part }
  })
  const dated = booking?.slots.some(({ day }) => day !== undefined) === true
  const hours = times?.hours
  const left = [
    ...(times?.from === undefined && times?.until === undefined ? [] : [`“${content.title}”的起止时间`]),
    ...(link?.kind === 'endpoint' ? [`“${content.title}”和外部系统的连接`] : []),
  ]
  return {
    part: {
      kind: 'service',
      key,
      begin: 'at-once',
      content: {
        ...rest,
        ...(booking === undefined ? {} : { booking: dated ? ofOneDay(booking) : booking }),
        ...(hours === undefined ? {} : { times: { hours } }),
        ...(link === undefined || link.kind === 'endpoint' ? {} : { link }),
      },
      partners,
      ...(dated ? { slotDays } : {}),
    },
    roles,
    who: Object.fromEntries([...byOrganisation].map(([organisation, role]) => [role, organisation])),
    days: [...new Set(booking?.slots.flatMap(({ day }) => (day === undefined ? [] : [day])))].sort(),
    left,
  }
}

type OrganisationId = ApplicationSettings['roles'][string]
type BookingContent = NonNullable<PartOf<'service'>['content']['booking']>

/** The times of its fullest day without the day: each is there on every day that is filled in, which its id then tells; so it is short. */
function ofOneDay(booking: BookingContent): BookingContent {
  const days = new Map<string | undefined, BookingContent['slots']>()
  for (const slot of booking.slots) days.set(slot.day, [...(days.get(slot.day) ?? []), slot])
  const [fullest = []] = [...days.values()].sort((one, other) => other.length - one.length)
  return { ...booking, slots: fullest.map(({ day: _day, ...slot }, index) => ({ ...slot, id: `s${index + 1}` })) }
}

const dayMillis = 24 * 3_600_000
/** How many days there are between two, at least one, at most a year. */
const daysBetween = (from: string, to: string): number =>
  Math.min(366, Math.max(1, Math.ceil((Date.parse(to) - Date.parse(from)) / dayMillis)))

type About = PartOf<'task'>['content']['about']

function taskPart(
  key: string,
  { content, at }: TaskReply,
  ledgers: ReadonlyMap<string, string>,
): { readonly part: PartOf<'task'>; readonly left: readonly string[] } {
  const { about, due, ...rest } = content
  const ledger = about.of === 'ledger' ? ledgers.get(about.ledger) : undefined
  const left: string[] = []
  let to: About
  if (about.of === 'places') to = about
  else if (about.of === 'ledger' && ledger !== undefined) {
    const { state, filter } = about
    to = {
      of: 'ledger',
      part: ledger,
      ...(state === undefined ? {} : { state }),
      ...(filter === undefined ? {} : { filter }),
    }
  } else {
    to = aboutAlone(content.form)
    left.push(
      about.of === 'list'
        ? `“${content.title}”的名单`
        : `“${content.title}”用的台账没有一起选：${to.of === 'one' ? '改成由联动就一个人或地方下派' : '改成每一处一项'}`,
    )
  }
  return {
    part: {
      kind: 'task',
      key,
      begin: to.of === 'one' ? 'ready' : 'at-once',
      content: { ...rest, about: to },
      days: daysBetween(at, `${due}T16:00:00.000Z`),
    },
    left,
  }
}

/** What a task is about when nothing lists it: each place where its form looks at places, else one that the wiring names. */
export function aboutAlone(form: PartOf<'task'>['content']['form']): About {
  const kind = form.subjects.find(({ is }) => is.by === 'target')?.kind
  return kind === undefined || kind === 'place' || kind === 'event'
    ? { of: 'places', level: 'door' }
    : { of: 'one', kind }
}

function noticePart(
  key: string,
  { content, at, publishedAt }: NoticeReply,
  ledgers: ReadonlyMap<string, string>,
): { readonly part: PartOf<'notice'>; readonly left: readonly string[] } {
  const { title, text, urgency, questions, fence, files, expires } = content
  const ledger = fence.ledger === undefined ? undefined : ledgers.get(fence.ledger)
  return {
    part: {
      kind: 'notice',
      key,
      // It went out once: whoever installs it says when it goes out again.
      begin: 'ready',
      content: { title, text, urgency, questions },
      ...(ledger === undefined ? {} : { ledger }),
      ...(fence.audience === undefined ? {} : { audience: fence.audience }),
      days: daysBetween(publishedAt ?? at, expires),
    },
    left: [
      ...(files.length === 0 ? [] : [`“${title}”的照片和文件`]),
      ...(fence.ledger !== undefined && ledger === undefined
        ? [`“${title}”用的台账没有一起选：改成发给那里的所有居民`]
        : []),
    ],
  }
}
