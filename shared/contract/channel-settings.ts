import { publicKinds } from '../rules/channel-settings'
import { clock } from './booking'
import { instant, optionalText, text } from './parts'
import * as z from './z'

const days = (what: string) =>
  z.exactOptional(z.int(`${what}应为整数`).check(z.gte(1, `${what}填 1 到 60 天`), z.lte(60, `${what}填 1 到 60 天`)))

export const times = z.strictObject({
  /** From when requests are taken, and until when. */
  from: z.exactOptional(instant),
  until: z.exactOptional(instant),
  /** Opening hours, for information. */
  hours: z.exactOptional(
    z
      .array(
        z.strictObject({
          days: z
            .array(z.int('星期应为整数').check(z.gte(1, '星期填 1 到 7'), z.lte(7, '星期填 1 到 7')))
            .check(z.minLength(1, '请选择星期几'), z.maxLength(7, '一周只有七天')),
          from: clock,
          until: clock,
        }),
      )
      .check(z.maxLength(6, '开放时间最多 6 行')),
  ),
})

export const documents = z.strictObject({
  /** What to bring; the service is free. */
  bring: z.array(text(30, '要带的材料')).check(z.maxLength(10, '要带的材料最多 10 样')),
  /** What is given out when it is done. */
  gives: optionalText(30, '办结后发的材料'),
})

/** The part of a channel's content that is no form: each left out where nothing is set. */
export const settings = {
  /** Whom it is for, where not residents: organisations, whose delegates ask in their name. */
  for: z.exactOptional(z.literal('organisations')),
  times: z.exactOptional(times),
  documents: z.exactOptional(documents),
  publicAfter: z.exactOptional(z.enum(publicKinds)),
  /** Working days each step may take. */
  stepDays: z.exactOptional(
    z.strictObject({ claim: days('接手期限'), confirm: days('确认期限'), partner: days('承办单位确认期限') }),
  ),
  /** Other organisations of the city may begin from it. */
  shared: z.exactOptional(z.literal(true)),
} as const
