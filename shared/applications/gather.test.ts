import { expect, test } from 'vitest'
import { applicationContent, type ChannelReply, type LedgerReply, type NoticeReply, type TaskReply } from '../contract'
import { baseVersion } from '../knowledge/version'
import { applicationTemplates, channelTemplates, taskTemplates } from '../templates'
import { ledgerTemplates } from '../templates/ledgers'
import { carried } from './carry'
import { applicationProblems } from './check'
import { gather } from './gather'

const only = <T>(all: readonly T[], fits: (one: T) => boolean): T => {
  const found = all.find(fits)
  if (found === undefined) throw new Error('it does not ship')
  return found
}
const organisation = { id: 'o00000000000000000001', name: '花家地北里社区居委会' } as const
const hospital = 'o00000000000000000002'
const place = { id: 'bj-1', name: '花家地北里社区', level: 'community', tail: '花家地北里社区' } as const

const checkUp = only(channelTemplates, ({ id }) => id === 'check-up-partner-confirms')
const channel = {
  id: 'c000000000001',
  title: checkUp.title,
  summary: '为老人报名',
  category: 'elderly',
  state: 'open',
  edition: 3,
  version: 2,
  updatedAt: '2026-11-01T00:00:00.000Z',
  procedure: checkUp.procedure,
  promisedDays: 5,
  form: checkUp.form,
  organisation,
  parts: [
    { organisation: hospital, name: '望京医院', part: 'partner', consent: 'given' },
    { organisation: 'o00000000000000000003', name: '第二医院', part: 'beside' },
  ],
  booking: {
    slots: [
      { id: 'a', day: '2026-12-01', from: '08:00', until: '09:00', capacity: 10 },
      { id: 'b', day: '2026-12-01', from: '09:00', until: '10:00', capacity: 10 },
      { id: 'c', day: '2026-12-02', from: '08:00', until: '09:00', capacity: 10 },
    ],
    waiting: 5,
  },
  times: { from: '2026-11-01T00:00:00.000Z', hours: [{ days: [1, 2], from: '09:00', until: '17:00' }] },
  reach: [place],
  changed: false,
  problems: [],
} as unknown as ChannelReply // ids as they come over the wire
const { id: _id, ...shops } = only(ledgerTemplates, ({ id }) => id === 'small-shops')
const ledger = {
  id: 'l00000000000000000001',
  organisation,
  content: shops,
  measures: [],
  within: [place],
  edition: 1,
  ended: false,
  at: '2026-11-01T00:00:00.000Z',
  columns: [],
  filters: [],
  shownMeasures: [],
  rule: '',
  mayWrite: true,
} as unknown as LedgerReply // as above
const sweep = only(taskTemplates, ({ id }) => id === 'fire-safety')
const task = {
  id: 'k00000000000000000001',
  state: 'running',
  content: {
    title: sweep.title,
    basis: sweep.basis,
    about: { of: 'ledger', ledger: ledger.id, state: 'stale' },
    form: sweep.form,
    due: '2026-11-08',
  },
  organisation,
  within: [place],
  edition: 1,
  formVersion: 1,
  at: '2026-11-01T16:00:00.000Z',
  aboutWords: '',
  problems: [],
  actions: [],
} as unknown as TaskReply // as above
const notice = {
  id: 'b00000000000000000001',
  title: '停水通知',
  at: '2026-11-01T00:00:00.000Z',
  publishedAt: '2026-11-02T00:00:00.000Z',
  content: {
    title: '停水通知',
    text: '明天停水。',
    files: [{ id: 'f00000000000000000001', kind: 'photo', name: '照片' }],
    urgency: 'important',
    questions: [],
    fence: { places: [place.id], except: [], ledger: ledger.id },
    expires: '2026-11-05T00:00:00.000Z',
  },
} as unknown as NoticeReply // as above

const empty = { parts: [], roles: [] }
const asApplication = (gathered: ReturnType<typeof gather>) => ({
  title: '合成的',
  summary: '从现有的组成',
  category: 'other' as const,
  knowledge: baseVersion,
  parts: [...gathered.parts],
  roles: [...gathered.roles],
  wiring: [],
})

test('what is there becomes an application as anybody could have put it together', () => {
  const gathered = gather(
    [
      { kind: 'task', of: task },
      { kind: 'service', of: channel },
      { kind: 'ledger', of: ledger },
      { kind: 'notice', of: notice },
    ],
    empty,
  )
  const content = asApplication(gathered)
  expect(applicationContent.safeParse(content).error?.issues ?? []).toEqual([])
  expect(applicationProblems(content)).toEqual([])
})

test('organisations become roles: the same one once, and no name of it goes along', () => {
  const { parts, roles } = gather([{ kind: 'service', of: channel }], empty)
  expect(roles.map(({ name }) => name)).toEqual(['承办单位', '协办单位'])
  const [service] = parts
  expect(service?.kind === 'service' ? service.partners : undefined).toEqual([
    { role: 'role-1', part: 'partner' },
    { role: 'role-2', part: 'beside' },
  ])
  expect(JSON.stringify({ parts, roles })).not.toMatch(/望京医院|o0000/)
})

test('a second service with a partner of its own asks for another organisation', () => {
  const first = gather([{ kind: 'service', of: channel }], empty)
  const { parts, roles } = gather([{ kind: 'service', of: channel }], { parts: [...first.parts], roles: first.roles })
  expect(roles.map(({ name }) => name)).toEqual(['承办单位', '协办单位', '承办单位2', '协办单位2'])
  expect(parts[0]?.key).toBe('service-2')
})

test('days are what was said of it: the times of one day are there on each that is filled in', () => {
  const { parts, settings, left } = gather([{ kind: 'service', of: channel }], empty)
  const [service] = parts
  if (service?.kind !== 'service') throw new Error('it became something else')
  expect(service.slotDays).toBe('预约日期')
  expect(service.content.booking?.slots.map(({ id, day }) => [id, day])).toEqual([
    ['s1', undefined],
    ['s2', undefined],
  ])
  expect(service.content.times).toEqual({ hours: [{ days: [1, 2], from: '09:00', until: '17:00' }] })
  expect(settings.fills).toEqual({ 预约日期: '2026-12-01,2026-12-02' })
  expect(left).toEqual([`“${channel.title}”的起止时间`])
})

test('what is there is the part itself, and who takes part is known; none of it goes elsewhere', () => {
  const { parts, roles, settings } = gather(
    [
      { kind: 'service', of: channel },
      { kind: 'ledger', of: ledger },
    ],
    empty,
  )
  expect(parts.map(({ kind, uses }) => [kind, uses])).toEqual([
    ['ledger', ledger.id],
    ['service', channel.id],
  ])
  expect(settings.roles[roles[0]?.key ?? '']).toBe(hospital)
  const elsewhere = carried(
    asApplication(
      gather(
        [
          { kind: 'service', of: channel },
          { kind: 'ledger', of: ledger },
        ],
        empty,
      ),
    ),
    [],
  )
  expect(elsewhere.content.parts.map(({ uses }) => uses)).toEqual([undefined, undefined])
})

test('a task names the ledger that was taken along, with how it was narrowed', () => {
  const { parts } = gather(
    [
      { kind: 'task', of: task },
      { kind: 'ledger', of: ledger },
    ],
    empty,
  )
  const taken = parts.find(({ kind }) => kind === 'task')
  expect(taken?.kind === 'task' ? [taken.content.about, taken.days, taken.begin] : undefined).toEqual([
    { of: 'ledger', part: 'ledger-1', state: 'stale' },
    7,
    'at-once',
  ])
  expect(JSON.stringify(taken)).not.toContain('2026-11-08')
})

test('a task without its ledger is begun by the wiring, and that is said', () => {
  const { parts, left } = gather([{ kind: 'task', of: task }], empty)
  const [taken] = parts
  expect(taken?.kind === 'task' ? [taken.content.about, taken.begin] : undefined).toEqual([
    { of: 'one', kind: 'organisation' },
    'ready',
  ])
  expect(left).toHaveLength(1)
})

test('a notice goes without its places and files, and goes out again only when somebody says so', () => {
  const { parts, left } = gather(
    [
      { kind: 'notice', of: notice },
      { kind: 'ledger', of: ledger },
    ],
    empty,
  )
  const taken = parts.find(({ kind }) => kind === 'notice')
  expect(taken).toMatchObject({ begin: 'ready', ledger: 'ledger-1', days: 3 })
  expect(JSON.stringify(taken)).not.toMatch(/bj-1|f0000/)
  expect(left).toEqual(['“停水通知”的照片和文件'])
  expect(gather([{ kind: 'notice', of: notice }], empty).left).toHaveLength(2)
})

test('beside what an application has already, keys stay apart', () => {
  const [template] = applicationTemplates
  const before = template?.content ?? empty
  const { parts } = gather([{ kind: 'ledger', of: ledger }], {
    ...before,
    parts: [...before.parts, ...gather([{ kind: 'ledger', of: ledger }], empty).parts],
  })
  expect(parts[0]?.key).toBe('ledger-2')
})
