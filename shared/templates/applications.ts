import type { ApplicationContent, ApplicationPart, PartOf } from '../contract'
import { baseVersion } from '../knowledge/version'
import { appealTemplates } from './appeal'
import type { Role } from './application-template'
import { type ApplicationTemplate, noRoles } from './application-template'
import { checkUpTemplates } from './check-up'
import { type LedgerTemplate, ledgerTemplates } from './ledgers'
import { movingTemplate } from './moving'
import { type NoticeTemplate, noticeTemplates } from './notices'
import { reliefTemplates } from './relief'
import { type TaskTemplate, taskTemplates } from './tasks'
import type { ChannelTemplate } from './template'

const called = <T extends { readonly id: string }>(all: readonly T[], id: string): T => {
  const found = all.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no template is called ${id}`)
  return found
}

const ledger = (key: string, id: string, measures: PartOf<'ledger'>['measures'] = []): ApplicationPart => {
  const { id: _id, ...content } = called<LedgerTemplate>(ledgerTemplates, id)
  return { kind: 'ledger', key, content: copied(content), measures }
}

/** A ledger that is kept by hand, or by the wiring. */
const handKept = (key: string, id: string, name: string, about: string): ApplicationPart => {
  const { id: _id, ...content } = called<LedgerTemplate>(ledgerTemplates, id)
  return { kind: 'ledger', key, content: copied({ ...content, name, about, membership: { by: 'hand' } }), measures: [] }
}

type ServiceCard = Pick<PartOf<'service'>['content'], 'summary' | 'category' | 'promisedDays'>

const service = (
  key: string,
  template: ChannelTemplate,
  card: ServiceCard,
  more: Partial<Pick<PartOf<'service'>, 'partners' | 'slotDays'>> & { readonly title?: string } = {},
): ApplicationPart => {
  const { id: _id, summary: _long, category: _words, title, ...rest } = template
  const { partners = [], slotDays, title: other } = more
  return {
    kind: 'service',
    key,
    begin: 'at-once',
    content: copied({ ...rest, ...card, title: other ?? title }),
    partners,
    ...(slotDays === undefined ? {} : { slotDays }),
  }
}

const task = (
  key: string,
  id: string,
  begin: PartOf<'task'>['begin'],
  about: PartOf<'task'>['content']['about'],
  more: Partial<PartOf<'task'>['content']> = {},
): ApplicationPart => {
  const { title, basis, form, days, measures, repeat, selfFill } = called<TaskTemplate>(taskTemplates, id)
  return {
    kind: 'task',
    key,
    begin,
    content: copied({
      title,
      basis,
      form,
      measures: [...measures],
      ...(repeat === undefined ? {} : { repeat }),
      ...(selfFill === undefined ? {} : { selfFill }),
      about,
      ...more,
    }),
    days,
  }
}

const notice = (key: string, id: string, begin: PartOf<'notice'>['begin'], title?: string): ApplicationPart => {
  const { content, days } = called<NoticeTemplate>(noticeTemplates, id)
  return {
    kind: 'notice',
    key,
    begin,
    content: copied({ ...content, ...(title === undefined ? {} : { title }) }),
    days,
  }
}

/** What ships is never changed by who takes it. */
const copied = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T // plain data of the very shape

const hospital: Role = { key: 'hospital', name: '体检医院', about: '在它的名单里看到报名的老人，逐个确认或说明原因' }

const application = (
  title: string,
  summary: string,
  category: ApplicationContent['category'],
  parts: readonly ApplicationPart[],
  wiring: ApplicationContent['wiring'] = [],
  roles: readonly Role[] = noRoles,
): ApplicationContent => ({
  title,
  summary,
  category,
  knowledge: baseVersion,
  parts: [...parts],
  roles: roles.map((role) => ({ ...role })),
  wiring,
})

const checkUpCard = { category: 'elderly', promisedDays: 3 } as const
const [byWorker, open, byHospital] = [
  called(checkUpTemplates, 'check-up-worker-confirms'),
  called(checkUpTemplates, 'check-up-open'),
  called(checkUpTemplates, 'check-up-partner-confirms'),
]

const everybodyLivingAlone = ledger('alone', 'elders-alone', [
  {
    id: 'mobility',
    name: '自理能力',
    filter: [],
    groups: [{ by: 'code', attribute: 'person.mobilityLevel' }],
    fold: { by: 'count' },
  },
])

/** The applications that ship: each of the reference scenarios, as it is used, by configuration alone. */
export const applicationTemplates: readonly ApplicationTemplate[] = [
  {
    id: 'check-up',
    picture: 'check-up',
    who: '社区',
    residents: '在家给老人预约体检，资料只填一次，以后自动带出。',
    workers: '在任务里逐个确认，独居老人另有台账，体检后的资料自动更新。',
    leaders: '看到报了多少、确认了多少、等了多久。',
    content: application('老年人健康体检', '居民预约，社区确认时间，独居老人单独登记、便于上门接送。', 'elderly', [
      everybodyLivingAlone,
      service('check-up', byWorker, { ...checkUpCard, summary: '为家里的老人预约免费体检' }),
    ]),
  },
  {
    id: 'check-up-open',
    picture: 'check-up',
    who: '社区',
    residents: '选一个时段，提交后马上知道有没有约上，约满了可以候补。',
    workers: '不用逐个确认，按时段看名单；有人退出，候补的自动补上。',
    leaders: '看到每个时段约满没有、多少人候补。',
    content: application('老年人体检（约时段）', '居民自己选时段，约满候补，社区只看名单。', 'elderly', [
      everybodyLivingAlone,
      service('check-up', open, { ...checkUpCard, summary: '选时段为老人预约免费体检' }, { slotDays: '体检日期' }),
    ]),
  },
  {
    id: 'check-up-hospital',
    picture: 'check-up',
    who: '社区和医院',
    residents: '为老人报名，医院确认后收到时间，每一步都看得到。',
    workers: '核对后列入名单，医院在自己的名单里确认。',
    leaders: '看到医院确认得快不快、有没有人一直等。',
    content: application(
      '老年人体检（医院确认）',
      '社区核对列名单，由承办的医院逐个确认。',
      'elderly',
      [
        everybodyLivingAlone,
        service(
          'check-up',
          byHospital,
          { ...checkUpCard, promisedDays: 5, summary: '为老人报名，由医院确认时间' },
          { partners: [{ role: hospital.key, part: 'partner' }] },
        ),
      ],
      [],
      [hospital],
    ),
  },
  {
    id: 'fire-safety',
    picture: 'fire-safety',
    who: '市、区、街道',
    residents: '店主在手机上先填自己店里的情况，不用等人上门。',
    workers: '按门牌顺序逐家核对，没有网络也能填，有隐患的当场拍照。',
    leaders: '上午下派，中午就看到每个区完成了多少、堵在哪一级。',
    content: application('公共场所消防排查', '按门店台账自动生成逐家排查，市区街居逐级转下，进度实时汇总。', 'safety', [
      ledger('shops', 'small-shops'),
      task(
        'sweep',
        'fire-safety',
        'at-once',
        { of: 'ledger', part: 'shops' },
        { selfFill: 'checked', passes: ['district', 'subdistrict'] },
      ),
    ]),
  },
  {
    id: 'flood',
    picture: 'flood',
    who: '街道、社区',
    residents: '收到预警，一键报平安或求助；转移后登记在哪里，领物资不用再排队登记。',
    workers: '求助的人自动变成上门的任务，逐户登记转移，物资按份发放。',
    leaders: '看到谁读了、谁求助、转移了多少户。',
    content: application(
      '防汛救灾',
      '预警带回执，求助自动派人上门，转移逐户登记，物资按份领取。',
      'safety',
      [
        notice('warning', 'flood', 'at-once'),
        task('help', 'help-visit', 'ready', { of: 'one', kind: 'person' }),
        task('evacuation', 'evacuation', 'ready', { of: 'places', level: 'door' }),
        service('supplies', called(reliefTemplates, 'relief-supplies'), {
          category: 'safety',
          promisedDays: 1,
          summary: '受灾家庭领取应急物资',
        }),
      ],
      [
        {
          key: 'asks-for-help',
          when: { of: 'notice', part: 'warning', question: 'safe', option: 'help' },
          does: [{ do: 'visit', task: 'help' }],
        },
      ],
    ),
  },
  {
    id: 'people-at-risk',
    picture: 'people-at-risk',
    who: '街道、社区',
    residents: '资料只登记一次，以后办事不用再说。',
    workers: '逐户上门，已登记的核对、没登记的补上；需要关注的人自动进台账。',
    leaders: '边填边汇总，每个社区走了多少户、有多少人需要帮助。',
    content: application('风险人员排查', '逐户排查，需要关注的人登记成册，市区街居边填边汇总。', 'family', [
      everybodyLivingAlone,
      task('doors', 'people-at-risk', 'at-once', { of: 'places', level: 'door' }),
    ]),
  },
  {
    id: 'small-shops',
    picture: 'small-shops',
    who: '社区',
    residents: '店主自己更新联系人和经营情况。',
    workers: '每月自动生成巡查任务，只核对变化的，台账一直是新的。',
    leaders: '看到多少家停业、多少家有隐患、哪些一个月没看过。',
    content: application('七小门店', '门店台账加每月巡查，谁开着、谁有隐患一直清楚。', 'safety', [
      ledger('shops', 'small-shops', [
        {
          id: 'kinds',
          name: '门店种类',
          filter: [],
          groups: [{ by: 'code', attribute: 'organisation.smallPlaceKind' }],
          fold: { by: 'count' },
        },
        {
          id: 'open',
          name: '经营状态',
          filter: [],
          groups: [{ by: 'code', attribute: 'organisation.businessStatus' }],
          fold: { by: 'count' },
        },
      ]),
      task('round', 'small-shops', 'at-once', { of: 'ledger', part: 'shops' }),
    ]),
  },
  {
    id: 'manhole',
    picture: 'manhole',
    who: '社区和养护单位',
    residents: '拍张照片报修，修好了告诉您。',
    workers: '报修自动交给养护单位，修好带照片回来，看过再答复。',
    leaders: '看到哪里坏得多、修得多快。',
    content: application('井盖报修', '居民拍照报修，自动交给养护单位，修好再答复居民。', 'safety', [
      ledger('covers', 'manhole-covers'),
      service('repair', called(appealTemplates, 'manhole-covers'), {
        category: 'safety',
        promisedDays: 3,
        summary: '看到井盖坏了，拍照报修',
      }),
    ]),
  },
  {
    id: 'appeal',
    picture: 'appeal',
    who: '社区',
    residents: '身边的事说给负责的单位，不用找门，每一步看得到。',
    workers: '按内容和地点自动转给负责的单位，转错了退回有记录。',
    leaders: '看到哪类事多、哪个单位慢。',
    content: application('说件事', '居民的诉求直接转给负责的单位，全程可见。', 'other', [
      service('appeal', called(appealTemplates, 'appeal'), {
        category: 'other',
        promisedDays: 5,
        summary: '身边的事，直接说给负责的单位',
      }),
    ]),
  },
  {
    id: 'moving-house',
    picture: 'moving-house',
    who: '社区',
    residents: '搬来登记一次，姓名、家人、车辆自动带过来，不用重填。',
    workers: '核实后自动登记到新居民台账，原社区不再看到。',
    leaders: '看到搬来多少、从哪里来。',
    content: application(
      '搬家登记',
      '搬来的居民登记一次，资料跟着走，新社区接上、原社区自动看不到。',
      'housing',
      [
        handKept('newcomers', 'residents', '新搬来的居民', '搬来登记过的人，便于上门认识和介绍服务。'),
        service('register', movingTemplate, {
          category: 'housing',
          promisedDays: 2,
          summary: '搬来登记一次，资料跟着走',
        }),
      ],
      [
        {
          key: 'settled',
          when: { of: 'service', part: 'register', at: 'closed' },
          does: [{ do: 'put-in', ledger: 'newcomers' }],
        },
      ],
    ),
  },
]

/** A part out of what ships for one kind alone, for whoever puts an application together. */
export const partFromTemplate = { ledger, task, notice } as const

/** @returns the application that ships under an id, or nothing */
export const applicationTemplate = (id: string): ApplicationTemplate | undefined =>
  applicationTemplates.find((one) => one.id === id)
