import type { Control, ControlKind, Form } from '../controls/form'
import type { EntityKind } from '../knowledge/types'
import { baseVersion } from '../knowledge/version'
import type { TaskMeasure } from '../measures/task-measure'

/** What somebody starts a task from: everything but about whom, where and until when. */
export interface TaskTemplate {
  readonly id: string
  readonly title: string
  readonly basis: string
  /** Of what kind the entities are it is about. */
  readonly kind: EntityKind
  readonly form: Form
  /** How many days people are given. */
  readonly days: number
  /** What its answers roll up to, to begin with. */
  readonly measures: readonly TaskMeasure[]
}

interface Asked {
  readonly attribute: string
  readonly kind: ControlKind
  readonly label: string
  readonly hint?: string
  readonly required?: true
}

const control =
  (subject: string) =>
  ({ attribute, kind, label, hint, required }: Asked): Control => ({
    id: attribute.slice(attribute.indexOf('.') + 1),
    kind,
    label,
    ...(hint === undefined ? {} : { hint }),
    required: required === true,
    binding: { subject, attribute },
  })

/** 公共场所消防排查: after a fire elsewhere every small place is looked at within days. */
const fireSafety: TaskTemplate = {
  id: 'fire-safety',
  title: '小场所消防安全排查',
  basis: '逐家上门，看灭火器、安全出口和用电。当场能整改的当场整改，整改不了的如实填写，由街道跟进。',
  kind: 'organisation',
  days: 7,
  measures: [
    { title: '经营状态', control: 'businessStatus', by: 'groups' },
    { title: '灭火器', control: 'extinguishers', by: 'sum' },
    { title: '失效灭火器', control: 'expiredExtinguishers', by: 'sum' },
    { title: '安全出口上锁或堵塞', control: 'exitsLocked', by: 'groups' },
    { title: '电线私拉乱接', control: 'badWiring', by: 'groups' },
    { title: '有人住在店里', control: 'mixedUse', by: 'groups' },
  ],
  form: {
    knowledge: baseVersion,
    subjects: [{ key: 'shop', kind: 'organisation', name: '被检查的场所', is: { by: 'target' } }],
    controls: [
      control('shop')({
        attribute: 'organisation.businessStatus',
        kind: 'choice',
        label: '经营状态',
        hint: '已停业的选停业，后面不用再填',
        required: true,
      }),
      ...(
        [
          { attribute: 'organisation.manager', kind: 'text', label: '现场负责人' },
          { attribute: 'organisation.contactMobile', kind: 'phone', label: '负责人手机' },
          {
            attribute: 'organisation.extinguishers',
            kind: 'number',
            label: '灭火器数',
            hint: '压力正常、在有效期内的',
          },
          { attribute: 'organisation.expiredExtinguishers', kind: 'number', label: '失效灭火器数' },
          { attribute: 'organisation.exitsLocked', kind: 'yes-no', label: '安全出口上锁或堵塞' },
          { attribute: 'organisation.badWiring', kind: 'yes-no', label: '电线私拉乱接' },
          { attribute: 'organisation.mixedUse', kind: 'yes-no', label: '有人住在店里' },
        ] satisfies readonly Asked[]
      ).map(control('shop')),
    ],
  },
}

export const taskTemplates: readonly TaskTemplate[] = [fireSafety]
