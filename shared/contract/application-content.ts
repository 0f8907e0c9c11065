import { ledgerKinds } from '../ledgers/ledger'
import { mostMeasures } from '../measures/measure'
import { channelParts } from '../rules/channel'
import { urgencyCodes } from '../rules/notice'
import { mostActions, mostApplicationParts, mostWires, noticePlaces, serviceMoments, wireSteps } from '../rules/wiring'
import { audience, category, channelContent } from './channels'
import { rowFilters, rowState } from './ledger-book'
import { ledgerContent, ownMeasure } from './ledger-content'
import { noticeQuestions } from './notices'
import { level, text } from './parts'
import { taskContent } from './tasks'
import * as z from './z'

/** A short word by which a part, a wire or a role is named inside its application. */
const key = z.string('编号应为文字').check(z.regex(/^[a-z][a-z0-9-]{0,19}$/, '编号的格式不正确'))

/** Whether it is there for everybody from the beginning, or stands ready until somebody, or the wiring, begins it. */
const begin = z.enum(['at-once', 'ready'], '请选择什么时候开始')

const { parts: _parts, ...serviceShape } = channelContent.shape
/** A service without the organisations that take part: those are roles, named where the application is installed. */
const serviceContent = z.strictObject(serviceShape)

const { about: _about, due: _due, ...taskShape } = taskContent.shape
/** A task without its last day: it is given so many days. What it is about may be a ledger of the same application. */
const taskOfPart = z.strictObject({
  ...taskShape,
  about: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('places'), level }),
    z.strictObject({
      of: z.literal('ledger'),
      part: key,
      state: z.exactOptional(rowState),
      filter: z.exactOptional(rowFilters),
    }),
    /** Whom or what something happened to: the wiring alone begins it. */
    z.strictObject({ of: z.literal('one'), kind: z.enum(ledgerKinds, '请选择看哪一类') }),
  ]),
})

/** What its organisation had already is the part itself, and no other is made of it; it is never carried elsewhere. */
const uses = z.exactOptional(z.string('编号应为文字').check(z.regex(/^[a-z][0-9a-z]{6,30}$/, '编号的格式不正确')))

const days = z.int('天数应为整数').check(z.gte(1, '至少 1 天'), z.lte(366, '最多 366 天'))

const ledgerPart = z.strictObject({
  kind: z.literal('ledger'),
  key,
  uses,
  content: ledgerContent,
  measures: z.array(ownMeasure).check(z.maxLength(mostMeasures, `最多 ${mostMeasures} 个指标`)),
})
const servicePart = z.strictObject({
  kind: z.literal('service'),
  key,
  uses,
  begin,
  content: serviceContent,
  /** The days of its slots are asked for when it is set up, under this name; each slot is there on each of them. */
  slotDays: z.exactOptional(text(20, '预约日期的名称')),
  partners: z
    .array(z.strictObject({ role: key, part: z.enum(channelParts, '请选择怎样参与') }))
    .check(z.maxLength(10, '最多 10 个单位参与')),
})
const taskPart = z.strictObject({ kind: z.literal('task'), key, uses, begin, content: taskOfPart, days })
const noticePart = z.strictObject({
  kind: z.literal('notice'),
  key,
  uses,
  begin,
  content: z.strictObject({
    title: text(30, '标题'),
    text: text(5000, '正文'),
    urgency: z.enum(urgencyCodes, '请选择紧急程度'),
    questions: noticeQuestions,
  }),
  /** Of those in the places, who stands in a ledger of the same application; or whom what is known of them fits. */
  ledger: z.exactOptional(key),
  audience: z.exactOptional(audience),
  days,
})
const part = z.discriminatedUnion('kind', [ledgerPart, servicePart, taskPart, noticePart])

/** An organisation that has something to do with it: which one is said where it is installed. */
const role = z.strictObject({
  key,
  /** 「体检医院」. */
  name: text(20, '角色名称'),
  /** What it does, read by whoever chooses it. */
  about: text(60, '角色说明'),
})

/** What an answer must be for a wire to act: one of these codes. */
const only = z.exactOptional(
  z.strictObject({
    control: z.string('编号应为文字').check(z.maxLength(40, '编号太长')),
    values: z.array(text(40, '选项')).check(z.minLength(1, '请选择选项'), z.maxLength(20, '选项太多')),
  }),
)

const trigger = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('service'), part: key, at: z.enum(serviceMoments, '请选择什么时候'), only }),
  z.strictObject({ of: z.literal('task'), part: key, at: z.enum(['done', 'unable'], '请选择什么时候'), only }),
  z.strictObject({
    of: z.literal('notice'),
    part: key,
    question: z.string().check(z.maxLength(12, '编号太长')),
    option: z.string().check(z.maxLength(12, '编号太长')),
  }),
  z.strictObject({ of: z.literal('ledger'), part: key, at: z.enum(['added', 'removed'], '请选择什么时候') }),
])

const action = z.discriminatedUnion('do', [
  /** Hands something out of the request, to the place's own people or to a role. */
  z.strictObject({
    do: z.literal('errand'),
    says: text(100, '要做什么'),
    to: z.exactOptional(key),
    days,
  }),
  /** Moves the request. */
  z.strictObject({
    do: z.literal('step'),
    step: z.enum(wireSteps, '请选择做什么'),
    note: z.exactOptional(text(300, '答复')),
  }),
  /** Another task of this kind at the community where it happened. */
  z.strictObject({ do: z.literal('start'), task: key }),
  /** A task of this kind about the very one it happened to. */
  z.strictObject({ do: z.literal('visit'), task: key }),
  /** The notice, to where it happened. */
  z.strictObject({ do: z.literal('tell'), notice: key, where: z.enum(noticePlaces, '请选择通知到哪里') }),
  /** Whom it happened to stands in a ledger kept by hand, or no longer. */
  z.strictObject({ do: z.literal('put-in'), ledger: key }),
  z.strictObject({ do: z.literal('take-out'), ledger: key }),
])

const wire = z.strictObject({
  key,
  when: trigger,
  does: z.array(action).check(z.minLength(1, '请选择要做什么'), z.maxLength(mostActions, `最多 ${mostActions} 步`)),
})

/** An application as somebody puts it together: nothing in it names a place, an organisation or a person. */
export const applicationContent = z.strictObject({
  title: text(20, '应用名称'),
  summary: text(80, '一句话说明'),
  category,
  /** The version of the knowledge system its parts were made under. */
  knowledge: z.string('版本应为文字').check(z.maxLength(20, '版本不正确')),
  parts: z.array(part).check(z.maxLength(mostApplicationParts, `最多 ${mostApplicationParts} 个组成部分`)),
  roles: z.array(role).check(z.maxLength(6, '最多 6 个角色')),
  wiring: z.array(wire).check(z.maxLength(mostWires, `最多 ${mostWires} 条联动`)),
})
export type ApplicationContent = z.output<typeof applicationContent>
export type ApplicationPart = ApplicationContent['parts'][number]
export type PartOf<K extends ApplicationPart['kind']> = Extract<ApplicationPart, { kind: K }>
export type Wire = ApplicationContent['wiring'][number]
export type WireTrigger = Wire['when']
export type WireAction = Wire['does'][number]
export type ApplicationRole = ApplicationContent['roles'][number]
