import type { Control, ControlKind, Form } from '../controls/form'
import type { Level } from '../geo/place'
import type { EntityKind } from '../knowledge/types'
import { baseVersion } from '../knowledge/version'
import type { TaskMeasure } from '../measures/task-measure'
import type { Repeat, SelfFill } from '../rules/task'

/** What somebody starts a task from: everything but about whom, where and until when. */
export interface TaskTemplate {
  readonly id: string
  readonly title: string
  readonly basis: string
  /** Of what kind the entities are it is about. */
  readonly kind: EntityKind
  readonly form: Form
  /** Of places: each one of this level is looked at; absent: what a ledger holds. */
  readonly level?: Level
  /** Absent: once. */
  readonly repeat?: Repeat
  /** Absent: officials alone fill it in. */
  readonly selfFill?: SelfFill
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

/** 七小门店巡查: a recurring look at each shop keeps its ledger fresh; the shop fills in what it knows, and somebody looks. */
const smallShops: TaskTemplate = {
  id: 'small-shops',
  title: '七小门店月度巡查',
  basis: '每月看一遍辖区的七小门店：还开不开、谁负责、证照和消防有没有变化。店家可以先自己填，上门核对。',
  kind: 'organisation',
  days: 20,
  repeat: 'month',
  selfFill: 'checked',
  measures: [
    { title: '经营状态', control: 'businessStatus', by: 'groups' },
    { title: '疏散通道堵塞', control: 'corridorBlocked', by: 'groups' },
    { title: '气瓶', control: 'gasCylinders', by: 'sum' },
    { title: '有人住在店里', control: 'mixedUse', by: 'groups' },
  ],
  form: {
    knowledge: baseVersion,
    subjects: [{ key: 'shop', kind: 'organisation', name: '门店', is: { by: 'target' } }],
    controls: (
      [
        { attribute: 'organisation.businessStatus', kind: 'choice', label: '经营状态', required: true },
        { attribute: 'organisation.manager', kind: 'text', label: '实际负责人' },
        { attribute: 'organisation.contactMobile', kind: 'phone', label: '联系电话' },
        { attribute: 'organisation.employees', kind: 'number', label: '从业人数' },
        { attribute: 'organisation.licenceDisplayed', kind: 'yes-no', label: '证照挂在显眼处' },
        { attribute: 'organisation.extinguishers', kind: 'number', label: '灭火器数' },
        { attribute: 'organisation.corridorBlocked', kind: 'yes-no', label: '疏散通道堵塞' },
        {
          attribute: 'organisation.gasCylinders',
          kind: 'number',
          label: '气瓶数量',
          hint: '在用和备用的都算，没有填 0',
        },
        { attribute: 'organisation.mixedUse', kind: 'yes-no', label: '有人住在店里' },
      ] satisfies readonly Asked[]
    ).map(control('shop')),
  },
}

/** 风险人员排查: from door to door, each who needs to be looked after is put down once and is in every register from then on. */
const atRisk: TaskTemplate = {
  id: 'people-at-risk',
  title: '风险人员入户排查',
  basis: '逐户上门，看家里有没有独居、行动不便、需要帮扶的人。已登记的核对，没登记的补上；当天看望过的填走访日期。',
  kind: 'place',
  level: 'door',
  days: 10,
  measures: [
    { title: '居住状态', control: 'occupancy', by: 'groups' },
    { title: '独居', control: 'livingAlone', by: 'groups' },
    { title: '自理能力', control: 'mobilityLevel', by: 'groups' },
    { title: '需要的帮助', control: 'helpNeeds', by: 'groups' },
  ],
  form: {
    knowledge: baseVersion,
    subjects: [
      { key: 'home', kind: 'place', name: '这一户', is: { by: 'target' } },
      {
        key: 'person',
        kind: 'person',
        name: '需要关注的人',
        is: { by: 'relation', relation: 'resides-at', of: 'home', direction: 'backward' },
        many: { min: 0, max: 10 },
      },
    ],
    controls: [
      control('home')({
        attribute: 'place.occupancy',
        kind: 'choice',
        label: '居住状态',
        hint: '敲门没人应的，向邻居问清是空置还是外出',
        required: true,
      }),
      control('home')({ attribute: 'place.gasAlarm', kind: 'yes-no', label: '装有燃气报警器' }),
      ...(
        [
          { attribute: 'person.name', kind: 'name', label: '姓名', required: true },
          { attribute: 'person.sex', kind: 'choice', label: '性别' },
          { attribute: 'person.birthDate', kind: 'date', label: '出生日期' },
          { attribute: 'person.mobile', kind: 'phone', label: '手机号' },
          { attribute: 'person.livingAlone', kind: 'yes-no', label: '独居' },
          { attribute: 'person.mobilityLevel', kind: 'choice', label: '自理能力' },
          { attribute: 'person.helpNeeds', kind: 'choices', label: '需要的帮助' },
          { attribute: 'person.emergencyContactName', kind: 'name', label: '紧急联系人' },
          { attribute: 'person.emergencyContactMobile', kind: 'phone', label: '紧急联系人电话' },
          { attribute: 'person.visitedOn', kind: 'date', label: '看望日期', hint: '今天见到本人就填今天' },
        ] satisfies readonly Asked[]
      ).map(control('person')),
    ],
  },
}

/** 楼道堆物排查: each building, in an evening. */
const stairs: TaskTemplate = {
  id: 'stairs',
  title: '楼道堆物和消防通道排查',
  basis: '逐栋看楼道、楼梯间和消防车通道。能当场清的当场清，清不了的如实填写，由物业和街道跟进。',
  kind: 'place',
  level: 'building',
  days: 5,
  measures: [
    { title: '楼道堆物', control: 'stairsBlocked', by: 'groups' },
    { title: '消防车通道堵塞', control: 'fireLaneBlocked', by: 'groups' },
  ],
  form: {
    knowledge: baseVersion,
    subjects: [{ key: 'building', kind: 'place', name: '这栋楼', is: { by: 'target' } }],
    controls: (
      [
        { attribute: 'place.stairsBlocked', kind: 'yes-no', label: '楼道堆物', required: true },
        { attribute: 'place.fireLaneBlocked', kind: 'yes-no', label: '消防车通道堵塞', required: true },
        { attribute: 'place.wardenName', kind: 'name', label: '责任人' },
        { attribute: 'place.wardenPhone', kind: 'phone', label: '责任人电话' },
      ] satisfies readonly Asked[]
    ).map(control('building')),
  },
}

/** 转移安置登记: before the water comes, each door in the low streets is knocked at, and who left for where is known at once. */
const evacuation: TaskTemplate = {
  id: 'evacuation',
  title: '转移安置登记',
  basis: '逐户敲门，告诉要转移，看谁需要带领、搀扶或担架，登记去了哪里。不愿走的写明，马上报社区再劝。',
  kind: 'place',
  level: 'door',
  days: 1,
  measures: [
    { title: '居住状态', control: 'occupancy', by: 'groups' },
    { title: '转移方式', control: 'evacuationHelp', by: 'groups' },
    { title: '安置方式', control: 'settleMode', by: 'groups' },
    { title: '不愿转移', control: 'refused', by: 'groups' },
  ],
  form: {
    knowledge: baseVersion,
    subjects: [
      { key: 'home', kind: 'place', name: '这一户', is: { by: 'target' } },
      {
        key: 'person',
        kind: 'person',
        name: '住在这里的人',
        is: { by: 'relation', relation: 'resides-at', of: 'home', direction: 'backward' },
        many: { min: 0, max: 20 },
      },
      { key: 'move', kind: 'event', name: '这次转移', is: { by: 'submission' } },
    ],
    controls: [
      control('home')({
        attribute: 'place.occupancy',
        kind: 'choice',
        label: '居住状态',
        hint: '敲门没人应的，向邻居问清是空置还是外出',
        required: true,
      }),
      ...(
        [
          { attribute: 'person.name', kind: 'name', label: '姓名', required: true },
          { attribute: 'person.mobile', kind: 'phone', label: '手机号' },
          { attribute: 'person.mobilityLevel', kind: 'choice', label: '自理能力' },
          { attribute: 'person.evacuationHelp', kind: 'choice', label: '转移方式' },
          { attribute: 'person.emergencyContactMobile', kind: 'phone', label: '紧急联系人电话' },
        ] satisfies readonly Asked[]
      ).map(control('person')),
      ...(
        [
          { attribute: 'event.refused', kind: 'yes-no', label: '不愿转移', hint: '有一个人不愿走就选是' },
          { attribute: 'event.settleMode', kind: 'choice', label: '安置方式' },
          { attribute: 'event.transport', kind: 'choice', label: '交通工具' },
          { attribute: 'event.note', kind: 'long-text', label: '其他情况', hint: '安置点、投靠谁家、还缺什么' },
        ] satisfies readonly Asked[]
      ).map(control('move')),
    ],
  },
}

/** 上门帮助: somebody asked for help, and is seen to. */
const helpVisit: TaskTemplate = {
  id: 'help-visit',
  title: '上门看望求助的居民',
  basis: '这位居民说需要帮助。马上打电话或上门，看人怎么样、需要什么；当场能办的办好，办不了的报社区。',
  kind: 'person',
  days: 1,
  measures: [
    { title: '转移方式', control: 'evacuationHelp', by: 'groups' },
    { title: '需要的帮助', control: 'helpNeeds', by: 'groups' },
  ],
  form: {
    knowledge: baseVersion,
    subjects: [{ key: 'person', kind: 'person', name: '求助的居民', is: { by: 'target' } }],
    controls: (
      [
        { attribute: 'person.mobile', kind: 'phone', label: '手机号' },
        { attribute: 'person.mobilityLevel', kind: 'choice', label: '自理能力' },
        { attribute: 'person.evacuationHelp', kind: 'choice', label: '转移方式', hint: '不用转移的不填' },
        { attribute: 'person.helpNeeds', kind: 'choices', label: '需要的帮助' },
        { attribute: 'person.visitedOn', kind: 'date', label: '看望日期', hint: '见到本人就填今天', required: true },
      ] satisfies readonly Asked[]
    ).map(control('person')),
  },
}

/** What somebody can begin with, the most used first. */
export const taskTemplates: readonly TaskTemplate[] = [fireSafety, smallShops, atRisk, stairs, evacuation, helpVisit]
