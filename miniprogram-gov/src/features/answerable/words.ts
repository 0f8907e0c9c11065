import type { AnswerableCountsReply, AnsweredKind, EntityAnswerableReply } from '@zmht/shared/contract'

type Counts = AnswerableCountsReply['here']
export type What = Counts[number]['what']

export const whatWords: Readonly<
  Record<What, { readonly name: string; readonly about: string; readonly none: string }>
> = {
  none: {
    name: '无人负责',
    about: '没有单位负责属地管理的人、单位和物，和没有主管部门的单位。',
    none: '这里的都有单位负责，新登记的也会随时核对。',
  },
  two: {
    name: '重复负责',
    about: '同一件事有两个单位都要负责。打开资料，说明什么时候住在哪里、哪一处是分店，就能分清。',
    none: '这里没有两个单位同时负责的情况。',
  },
  also: {
    name: '也在这里',
    about: '登记在别处，但在这里有第二住处的人；没有登记住址，在这里工作的人；和他们的物品。',
    none: '没有登记在别处、又与这里有关的人和物。',
  },
}

export const kindNames: Readonly<Record<AnsweredKind, string>> = { person: '人', organisation: '单位', thing: '物' }

/** Why an organisation is answerable, in two to four characters. */
export const byWords: Readonly<Record<EntityAnswerableReply['answers'][number]['by'], string>> = {
  home: '常住地',
  'second-home': '第二住处',
  registered: '户籍地',
  work: '工作单位',
  site: '经营场所',
  seat: '住所',
  location: '所在地点',
  owner: '所有人',
  entered: '登记地点',
  sector: '行业',
}

/** @returns how many stand in a list; undefined where it is withheld */
export const rowsIn = (counts: Counts, what: What, kind: AnsweredKind): number | undefined =>
  counts.find((one) => one.what === what && one.kind === kind)?.rows

/** 「3」, 「少于 3」 where so few are not told. */
export const sayRows = (rows: number | undefined): string => (rows === undefined ? '少于 3' : String(rows))

/** What is to be settled of an entity, in a word. */
export function findingTitle({
  what,
  about,
}: Pick<EntityAnswerableReply['findings'][number], 'what' | 'about'>): string {
  if (about === 'territory') return whatWords[what].name
  return what === 'two' ? '主管部门重复' : '没有主管部门'
}
