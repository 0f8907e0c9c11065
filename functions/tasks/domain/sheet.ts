import type { MeasuredReply, ShownMeasureReply } from '@zmht/shared/contract'
import type { CellValue, Column, Filling, Named, Names } from '@zmht/shared/filling'
import type { Level } from '@zmht/shared/geo'
import { dayInChina, type Instant } from '@zmht/shared/knowledge'
import { doneOf, unfinishedOf } from '@zmht/shared/rules'

/** The numbers of a place as a sheet tells them. */
export interface SheetPlace {
  readonly name: string
  /** What it lies in, as briefly as is clear. */
  readonly around: string
  readonly groups: Readonly<Record<string, number>>
  readonly measured: Readonly<Record<string, MeasuredReply>>
}

/** All a sheet tells of a task at a place. */
export interface SheetNumbers {
  readonly task: { readonly title: string; readonly basis: string; readonly due: string; readonly organisation: string }
  readonly measures: readonly ShownMeasureReply[]
  readonly here: SheetPlace
  /** The organisation whose sheet it is. */
  readonly unit: string
  readonly by: string
  /** When the numbers were so. */
  readonly at: Instant
  readonly frozen: boolean
  readonly rows: ReadonlyMap<Group, readonly SheetPlace[]>
}

/** The places a row can be repeated for: those directly inside, or all inside of one tier. */
export const groups = {
  下级: undefined,
  下级区: 'district',
  下级街道: 'subdistrict',
  下级社区: 'community',
} as const satisfies Record<string, Level | undefined>
export type Group = keyof typeof groups

export const groupNames = new Set<string>(Object.keys(groups))
export const isGroup = (name: string): name is Group => groupNames.has(name)

interface Told<Of> {
  readonly name: string
  readonly says: string
  readonly example: string
  readonly kind: Column['kind']
  readonly value: (of: Of) => CellValue
}

const text = (said: string): CellValue => ({ of: 'text', text: said })
const number = (said: number): CellValue => ({ of: 'number', number: said })
const day = (said: string): CellValue => ({ of: 'day', day: said })

/** An instant as it is on the clocks in China: 2026年11月29日 14:30. */
function timeInChina(at: Instant): string {
  const [date = '', time = ''] = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().split('T')
  const [year = 0, month = 0, own = 0] = date.split('-').map(Number)
  return `${year}年${month}月${own}日 ${time.slice(0, 5)}`
}

/** Named once, of the whole. */
const once: readonly Told<SheetNumbers>[] = [
  {
    name: '任务',
    says: '任务名称',
    example: '小场所消防安全排查',
    kind: 'text',
    value: ({ task }) => text(task.title),
  },
  {
    name: '依据',
    says: '任务的依据和要求',
    example: '逐家上门……',
    kind: 'text',
    value: ({ task }) => text(task.basis),
  },
  {
    name: '下派单位',
    says: '下派这个任务的单位',
    example: '区应急局',
    kind: 'text',
    value: ({ task }) => text(task.organisation),
  },
  {
    name: '截止日期',
    says: '任务的完成日期',
    example: '2026年12月6日',
    kind: 'text',
    value: ({ task }) => day(task.due),
  },
  {
    name: '填报单位',
    says: '这个地方负责的单位',
    example: '望京街道办事处',
    kind: 'text',
    value: ({ unit }) => text(unit),
  },
  { name: '填报人', says: '导出或上报的人', example: '街道主任 王芳', kind: 'text', value: ({ by }) => text(by) },
  {
    name: '日期',
    says: '数字是哪一天的',
    example: '2026年11月29日',
    kind: 'text',
    value: ({ at }) => day(dayInChina(at)),
  },
  {
    name: '时间',
    says: '数字是什么时候的',
    example: '2026年11月29日 14:30',
    kind: 'text',
    value: ({ at }) => text(timeInChina(at)),
  },
  {
    name: '数据说明',
    says: '实时的数字，还是上报时的数字',
    example: '实时数字',
    kind: 'text',
    value: ({ frozen }) => text(frozen ? '上报时的数字' : '实时数字'),
  },
]

interface OfPlace {
  readonly place: SheetPlace
  readonly isLate: boolean
}

const state = (name: string, key: string, says: string): Told<OfPlace> => ({
  name,
  says,
  example: '3',
  kind: 'number',
  value: ({ place }) => number(place.groups[key] ?? 0),
})

/** Named of a place: the one looked at, or one of those inside. */
const ofPlace: readonly Told<OfPlace>[] = [
  { name: '地点', says: '地方的名称', example: '望京街道', kind: 'text', value: ({ place }) => text(place.name) },
  { name: '所属', says: '它上一级的名称', example: '朝阳区', kind: 'text', value: ({ place }) => text(place.around) },
  {
    name: '应办',
    says: '一共要办多少，不用办的不算',
    example: '12',
    kind: 'number',
    value: ({ place }) => number(doneOf(place.groups).total),
  },
  state('已办', 'done', '已完成多少'),
  {
    name: '未办',
    says: '还没有完成的：待办、有人在办、待核实',
    example: '3',
    kind: 'number',
    value: ({ place }) => number(unfinishedOf(place.groups)),
  },
  state('待办', 'open', '还没有人办的'),
  state('在办', 'claimed', '有人在办的'),
  state('待核实', 'answered', '填了、等待核实的'),
  state('办不了', 'unable', '退回、说明办不了的'),
  state('不用办', 'void', '下派单位说不用办的'),
  {
    name: '逾期',
    says: '过了完成日期还没有完成的',
    example: '0',
    kind: 'number',
    value: ({ place, isLate }) => number(isLate ? unfinishedOf(place.groups) : 0),
  },
  {
    name: '完成率',
    says: '已办占应办的比例',
    example: '75%',
    kind: 'percent',
    value: ({ place }) => {
      const { done, total } = doneOf(place.groups)
      return total === 0 ? text('—') : { of: 'percent', number: done / total }
    },
  },
]

const inRow = '序号'

/** What the measures of a task can be named by: the whole, how many answered, each choice. */
function ofMeasures(measures: readonly ShownMeasureReply[]): readonly Told<OfPlace>[] {
  return measures.flatMap(({ id, title, by, unit = '', options }) => {
    const of = ({ place }: OfPlace): MeasuredReply => place.measured[id] ?? { given: 0 }
    const tell = (name: string, says: string, value: (measured: MeasuredReply) => number): Told<OfPlace> => ({
      name,
      says,
      example: '5',
      kind: 'number',
      value: (one) => number(value(of(one))),
    })
    return [
      by === 'sum'
        ? tell(title, `指标“${title}”的合计${unit === '' ? '' : `，单位${unit}`}`, ({ sum = 0 }) => sum)
        : tell(title, `指标“${title}”填了多少`, ({ given }) => given),
      ...(by === 'sum' ? [tell(`${title}/填报数`, `填了“${title}”的有多少`, ({ given }) => given)] : []),
      ...options.map(({ code, name }) =>
        tell(`${title}/${name}`, `“${title}”选“${name}”的有多少`, ({ groups: counted = {} }) => counted[code] ?? 0),
      ),
    ]
  })
}

/** Names a measure may not have: they stand for something else in a sheet. */
export const namesTaken: ReadonlySet<string> = new Set([
  ...once.map(({ name }) => name),
  ...ofPlace.map(({ name }) => name),
  ...groupNames,
  inRow,
])

/** @returns what a template may name */
export function namesOf(measures: readonly ShownMeasureReply[]): Names {
  const counted = [...ofPlace, ...ofMeasures(measures)].map(({ name }) => name)
  return {
    named: new Set([...once.map(({ name }) => name), ...counted]),
    groups: groupNames,
    inRows: new Set([inRow, ...counted]),
  }
}

/** @returns what can be named, each in its brackets, with what it says and an example: for people */
export function explained(
  measures: readonly ShownMeasureReply[],
): readonly { readonly name: string; readonly says: string; readonly example: string }[] {
  const shown = [...once, ...ofPlace, ...ofMeasures(measures)].map(({ name, says, example }) => ({
    name: `{{${name}}}`,
    says,
    example,
  }))
  const repeats = [
    ['下级.地点', '写在一行里，这一行按直接的下级各重复一次，顺序和地区顺序一样', '望京街道'],
    ['下级.应办', '同一行里：那个下级的应办，其他名称都可以这样写', '12'],
    ['下级.序号', '同一行里：第几行', '1'],
    ['下级区.地点', '这一行按里面的每个区县重复', '朝阳区'],
    ['下级街道.地点', '这一行按里面的每个街道乡镇重复，可以隔级', '望京街道'],
    ['下级社区.地点', '这一行按里面的每个社区村重复，可以隔级', '花家地北里社区'],
    ['下级社区.所属', '同一行里：那个社区属于哪个街道', '望京街道'],
  ] as const
  return [...shown, ...repeats.map(([name, says, example]) => ({ name: `{{${name}}}`, says, example }))]
}

/** The columns of the plain shape: how far it is, then each measure. */
export function columnsOf(measures: readonly ShownMeasureReply[]): readonly Column[] {
  const plain = ['地点', '应办', '已办', '未办', '办不了', '逾期', '完成率']
  return [
    ...ofPlace.filter(({ name }) => plain.includes(name)).map(({ name, kind }) => ({ name, kind, heading: name })),
    ...ofMeasures(measures).map(({ name, kind }) => ({ name, kind, heading: name.replace('/', '：') })),
  ].slice(0, mostColumns)
}

/** What stands on a wide page; who needs more of a long list of choices names them in a template. */
const mostColumns = 80

/** What a workbook is filled with. */
export function fillingOf(numbers: SheetNumbers): Filling {
  const { task, measures, here, at, rows } = numbers
  const isLate = task.due < dayInChina(at)
  const counted = [...ofPlace, ...ofMeasures(measures)]
  const named = (place: SheetPlace): readonly (readonly [string, CellValue])[] =>
    counted.map(({ name, value }) => [name, value({ place, isLate })] as const)
  return {
    named: new Map([...once.map(({ name, value }) => [name, value(numbers)] as const), ...named(here)]),
    rows: new Map(
      [...rows].map(([group, places]): readonly [string, readonly Named[]] => [
        group,
        places.map((place, index) => new Map([[inRow, number(index + 1)] as const, ...named(place)])),
      ]),
    ),
  }
}
