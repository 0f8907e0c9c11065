import { isPlaceId, levels, type PlaceId, placeKinds } from '../geo/place'
import * as z from './z'

/** Schemas that several routes share. Messages are sentences for the person. */

export const none = z.strictObject({})

export const placeId = z.custom<PlaceId>((value) => typeof value === 'string' && isPlaceId(value), '地点编号不正确')

/** An id made on the phone: a letter for the kind and 20 characters, so that a retry is the same thing. */
const minted = (prefix: string) =>
  z.string('编号应为文字').check(z.regex(new RegExp(`^${prefix}[0-9a-z]{20}$`), '编号的格式不正确'))
export const channelId = z.string('编号应为文字').check(z.regex(/^c[0-9a-z]{12}$/, '编号的格式不正确'))
export const requestId = minted('r')
export const stepKey = minted('s')
export const fileId = minted('f')
export const entityId = z.string('编号应为文字').check(z.regex(/^(e[0-9a-z]{20}|[0-9a-z]{11})$/, '编号的格式不正确'))
export const organisationId = z.string('编号应为文字').check(z.regex(/^o[0-9a-z]{11,20}$/, '编号的格式不正确'))
export const officialId = z.string('人员编号应为文字').check(z.regex(/^a[0-9a-z]{11,20}$/, '人员编号不正确'))
/** That somebody acts for another. */
export const chargeId = minted('h')
/** A ledger. */
export const ledgerId = minted('l')
/** A data set on offer to those below, and one ask for it. */
export const dataSetId = minted('d')
export const provisionId = minted('b')
/** A task, and one of its items. */
export const taskId = minted('q')
export const itemId = z.string('编号应为文字').check(z.regex(/^i[0-9a-z]{20}$/, '编号的格式不正确'))
/** A notice. */
export const noticeId = minted('u')
/** A measure somebody defined. */
export const measureId = z.string('编号应为文字').check(z.regex(/^[a-z0-9]{1,24}$/, '指标编号不正确'))
/** Another system of the city. */
export const clientId = minted('k')
export const postId = z.string('岗位编号应为文字').check(z.regex(/^p[0-9a-z]{11,20}$/, '岗位编号不正确'))
/** An operation on the tree or a grid, made by whoever asks for it. */
export const operationId = minted('t')
export const gridId = minted('g')
/** A proposed revision of the knowledge system. */
export const proposalId = minted('v')
export const jobId = z.string('编号应为文字').check(z.regex(/^j[0-9a-z-]{1,40}$/, '编号的格式不正确'))

export const cursor = z.exactOptional(z.string().check(z.maxLength(600, '翻页位置不正确')))
export const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, '时间的格式不正确'))

export const text = (max: number, what: string) =>
  z
    .string(`${what}应为文字`)
    .check(z.trim(), z.minLength(1, `请填写${what}`), z.maxLength(max, `${what}不超过 ${max} 个字`))

export const optionalText = (max: number, what: string) =>
  z.exactOptional(z.string(`${what}应为文字`).check(z.trim(), z.maxLength(max, `${what}不超过 ${max} 个字`)))

export const mobile = z.string('手机号应为文字').check(z.regex(/^1[3-9]\d{9}$/, '请填写 11 位手机号'))

/** A day in China, `YYYY-MM-DD`. */
export const day = z
  .string('日期应为文字')
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '日期应为年-月-日'))

export const level = z.enum(levels)

export const place = z.strictObject({
  id: placeId,
  name: z.string(),
  level,
  kind: z.enum(placeKinds),
  /** The official 12-digit code, or the readable local number below community level. */
  code: z.exactOptional(z.string()),
  hasChildren: z.boolean(),
  /** Pinyin initials of the name, for type-ahead. */
  initials: z.exactOptional(z.string()),
})

export const placeWithLineage = z.extend(place, {
  /** From the root to the place itself. */
  lineage: z.array(z.strictObject({ id: placeId, name: z.string(), level })),
  /** The shortest text that tells where. */
  tail: z.string(),
  /** The day from which it was no more, and what stands in its stead. */
  ended: z.exactOptional(z.strictObject({ date: day, into: z.array(placeId) })),
})

export type PlaceReply = z.output<typeof place>
export type PlaceWithLineageReply = z.output<typeof placeWithLineage>

export const page = <Item extends z.ZodMiniType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.exactOptional(z.string()) })

export const counts = z.record(z.string(), z.number())

export const countsByPlace = z.strictObject({
  place: z.strictObject({ id: placeId, name: z.string(), level }),
  total: z.number(),
  groups: counts,
  children: z.array(
    z.strictObject({
      id: placeId,
      name: z.string(),
      level,
      total: z.number(),
      groups: counts,
      hasChildren: z.boolean(),
    }),
  ),
})
export type CountsByPlaceReply = z.output<typeof countsByPlace>

export const job = z.strictObject({
  id: jobId,
  kind: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  done: z.number(),
  total: z.number(),
  /** What a person reads of it. */
  message: z.string(),
  /** What could not be done, row by row; at most 200. */
  problems: z.exactOptional(z.array(z.strictObject({ row: z.number(), message: z.string() }))),
})
export type JobReply = z.output<typeof job>
