import type { Expression } from '../controls/expression'
import { controlKinds, type Form, type FormAnswers, mostControls, type Prefill } from '../controls/form'
import { entityKinds } from '../knowledge/types'
import * as z from './z'

const key = z.string('编号应为文字').check(z.regex(/^[a-z][a-zA-Z0-9-]{0,31}$/, '编号的格式不正确'))
const code = z.string('编号应为文字').check(z.maxLength(64, '编号太长'))
const words = (max: number) => z.string('应为文字').check(z.maxLength(max, `不超过 ${max} 个字`))

const subject = z.strictObject({
  key,
  kind: z.enum(entityKinds),
  name: words(20),
  is: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('actor') }),
    z.strictObject({ by: z.literal('target') }),
    z.strictObject({ by: z.literal('submission') }),
    z.strictObject({ by: z.literal('relation'), relation: code, of: key, direction: z.enum(['forward', 'backward']) }),
    z.strictObject({ by: z.literal('own') }),
  ]),
  many: z.exactOptional(z.strictObject({ min: z.int(), max: z.int() })),
})

/** Rules are data of JSON's shape; which operations they use is `checkForm`'s business. Longer than this nobody reads. */
const longestRule = 4000
const expression = z.custom<Expression>(
  (rule) => rule !== undefined && JSON.stringify(rule).length <= longestRule,
  '条件太长，请拆成几条',
)

const items = z.array(z.strictObject({ code: words(40), name: words(200) })).check(z.maxLength(300, '选项最多 300 个'))

const own = z.strictObject({
  type: words(260),
  many: z.exactOptional(z.literal(true)),
  items: z.exactOptional(items),
})

const control = z.strictObject({
  id: key,
  kind: z.enum(controlKinds),
  label: words(200),
  hint: z.exactOptional(words(300)),
  required: z.boolean('应为是或否'),
  binding: z.exactOptional(
    z.union([
      z.strictObject({ subject: key, attribute: code }),
      z.strictObject({ subject: key, relation: code }),
      z.strictObject({ subject: key, own }),
    ]),
  ),
  text: z.exactOptional(words(2000)),
  within: z.exactOptional(key),
  showWhen: z.exactOptional(expression),
  requiredWhen: z.exactOptional(expression),
  constraints: z.exactOptional(
    z.array(z.strictObject({ must: expression, message: words(200) })).check(z.maxLength(10, '最多 10 条核对条件')),
  ),
  compute: z.exactOptional(expression),
  offer: z.exactOptional(
    z.strictObject({
      when: z
        .array(z.strictObject({ codes: z.array(words(40)).check(z.maxLength(300)), if: expression }))
        .check(z.maxLength(300)),
      others: z.enum(['always', 'never']),
    }),
  ),
  translations: z.exactOptional(
    z.record(
      z.string().check(z.regex(/^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/, '语言的写法不对')),
      z.strictObject({ label: z.exactOptional(words(200)), hint: z.exactOptional(words(300)) }),
    ),
  ),
})

/** A form's shape; whether it makes sense is `checkForm`'s business. */
export const form: z.ZodMiniType<Form, unknown> = z.strictObject({
  knowledge: z.string().check(z.regex(/^\d+\.\d+\.\d+$/, '版本号的格式不正确')),
  subjects: z.array(subject).check(z.maxLength(20, '最多 20 个对象')),
  controls: z.array(control).check(z.maxLength(mostControls, `最多 ${mostControls} 个控件`)),
})

const value = z.union(
  [
    z.string().check(z.maxLength(2000, '不超过 2000 个字')),
    z.number(),
    z.boolean(),
    z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)),
  ],
  '填写的内容类型不正确',
)

/** A form's answers: their shape; whether they answer the form is `validateAnswers`' business. */
export const answers: z.ZodMiniType<FormAnswers, unknown> = z.record(
  key,
  z
    .array(
      z.strictObject({
        entity: z.exactOptional(
          z.custom<NonNullable<FormAnswers[string][number]['entity']>>(
            (id) => typeof id === 'string' && /^(e[0-9a-z]{20}|[0-9a-z]{11})$/.test(id),
            '编号的格式不正确',
          ),
        ),
        values: z.record(key, value),
      }),
    )
    .check(z.maxLength(20, '最多 20 份')),
)

const prefilledValue = z.strictObject({
  value,
  source: z.string(),
  at: z.string(),
  stale: z.boolean(),
  masked: z.exactOptional(z.literal(true)),
  /** What the reader said themself; others say otherwise, and nobody has decided yet. */
  pending: z.exactOptional(z.literal(true)),
})

/** What a form opens with. */
export const prefill: z.ZodMiniType<Prefill, unknown> = z.record(
  z.string(),
  z.array(
    z.strictObject({
      entity: z.exactOptional(
        z.custom<NonNullable<FormAnswers[string][number]['entity']>>((id) => typeof id === 'string'),
      ),
      candidates: z.exactOptional(
        z.array(
          z.strictObject({
            entity: z.custom<NonNullable<FormAnswers[string][number]['entity']>>((id) => typeof id === 'string'),
            name: z.string(),
            values: z.record(z.string(), prefilledValue),
          }),
        ),
      ),
      values: z.record(z.string(), prefilledValue),
    }),
  ),
)
