import {
  type Change,
  type Knowledge,
  type ProposedProse,
  type Release,
  readValueType,
  withReleases,
  writeValueType,
} from '@zmht/shared/knowledge'
import { answerWords } from './answer-words'
import { carryWays } from './carry'
import { bearerWords, freshWords, sensitivityNames, standardWords } from './names'

/** @returns the system with changes that are not published yet; those that do not hold are left out */
export function knowledgeWith(knowledge: Knowledge, changes: readonly Change[]): Knowledge {
  const alone = (change: Change): Release => ({
    version: knowledge.version,
    previous: knowledge.version,
    at: '',
    by: '',
    summary: '',
    changes: [change],
  })
  // One release each: a change may build on the one before it.
  return changes.length === 0 ? knowledge : withReleases(knowledge, changes.map(alone))
}

export interface SaidChange {
  /** Which of the changes, from 0. */
  readonly position: number
  readonly says: string
  readonly details: readonly ChangeRow[]
}

/** Changes in words, each read on what those before it made of the system. */
export function saidChanges(knowledge: Knowledge, changes: readonly Change[]): readonly SaidChange[] {
  let before = knowledge
  return changes.map((change, position) => {
    const said = { position, says: sayChange(before, change), details: detailsOf(before, change) }
    before = knowledgeWith(before, [change])
    return said
  })
}

/** The same, only the sentences. */
export function sayChanges(knowledge: Knowledge, changes: readonly Change[]): readonly string[] {
  return saidChanges(knowledge, changes).map(({ says }) => says)
}

/** A change in a sentence. What is already in force is said without what it was before. */
export function sayChange(knowledge: Knowledge, change: Change): string {
  const nameOf = (code: string) => knowledge.attribute(code)?.name ?? code
  const listName = (id: string) => knowledge.codeList(id)?.name ?? id
  switch (change.do) {
    case 'add-attribute':
      return `增加“${change.attribute.name}”，说的是${bearerWords(knowledge, change.attribute.of)}`
    case 'revise-attribute': {
      const says = revisedRows(knowledge, change).map(({ key, value }) => `${key}${value}`)
      return `“${nameOf(change.code)}”：${says.join('；') || '没有改动'}`
    }
    case 'deprecate-attribute':
      return change.successor === undefined
        ? `停用“${nameOf(change.code)}”，没有接替的`
        : `停用“${nameOf(change.code)}”，由“${nameOf(change.successor)}”接替`
    case 'add-list':
      return `增加代码表“${change.name}”，${change.items.length} 个选项`
    case 'add-codes':
      return `代码表“${listName(change.list)}”增加${change.items.map(({ name }) => `“${name}”`).join('、')}`
    case 'rename-code': {
      const before = knowledge.codeList(change.list)?.items.find(({ code }) => code === change.code)?.name
      const from = before === undefined || before === change.name ? `代码 ${change.code} ` : `“${before}”`
      return `代码表“${listName(change.list)}”的${from}改名为“${change.name}”`
    }
  }
}

export interface ChangeRow {
  readonly key: string
  readonly value: string
}

/** All of a change, for whoever decides on it. */
export function detailsOf(knowledge: Knowledge, change: Change): readonly ChangeRow[] {
  switch (change.do) {
    case 'add-attribute': {
      const { attribute, prose } = change
      return [
        { key: '编号', value: attribute.code },
        { key: '填写方式', value: typeWords(knowledge, attribute.type, attribute.many) },
        { key: '敏感级别', value: sensitivityNames[attribute.sensitivity] },
        { key: '有效期', value: freshWords(attribute.freshDays) },
        ...proseRows(prose),
      ]
    }
    case 'revise-attribute':
      return change.prose === undefined ? [] : proseRows(change.prose)
    case 'deprecate-attribute':
      return change.successor === undefined
        ? [{ key: '旧资料', value: '照旧能查到，不再收集' }]
        : [{ key: '旧资料', value: carryWords(knowledge, change) }]
    case 'add-list':
      return [
        { key: '编号', value: change.id },
        { key: '选项', value: change.items.map(({ code, name }) => `${code} ${name}`).join('、') },
        { key: '出处', value: standardWords(change.source) },
      ]
    case 'add-codes':
      return [{ key: '选项', value: change.items.map(({ code, name }) => `${code} ${name}`).join('、') }]
    case 'rename-code':
      return [{ key: '代码', value: `${change.code}，不变` }]
  }
}

function typeWords(knowledge: Knowledge, type: string, many: boolean): string {
  const value = readValueType(type, (id) => knowledge.codeList(id)?.items)
  return value === undefined ? type : answerWords(value, many)
}

function revisedRows(knowledge: Knowledge, change: Extract<Change, { do: 'revise-attribute' }>): readonly ChangeRow[] {
  const before = knowledge.attribute(change.code)
  const rows: ChangeRow[] = []
  const add = (key: string, was: string | undefined, now: string) =>
    rows.push({ key, value: was === undefined || was === now ? `改为“${now}”` : `由“${was}”改为“${now}”` })
  if (change.name !== undefined) add('名称', before?.name, change.name)
  if (change.type !== undefined) {
    const many = before?.many ?? false
    const was = before === undefined ? undefined : typeWords(knowledge, writeValueType(before.value), many)
    add('填写方式', was, typeWords(knowledge, change.type, many))
  }
  if (change.sensitivity !== undefined) {
    add('敏感级别', before && sensitivityNames[before.sensitivity], sensitivityNames[change.sensitivity])
  }
  if (change.freshDays !== undefined) {
    add('有效期', before && freshWords(before.freshDays), freshWords(change.freshDays))
  }
  if (change.prose !== undefined) rows.push({ key: '修改', value: proseFields(change.prose).join('、') })
  return rows
}

const proseNames: readonly { readonly field: keyof ProposedProse; readonly name: string }[] = [
  { field: 'definition', name: '含义' },
  { field: 'english', name: '英文名' },
  { field: 'standard', name: '标准' },
  { field: 'form', name: '来自' },
  { field: 'words', name: '别名' },
]

function proseFields(prose: Partial<ProposedProse>): readonly string[] {
  return proseNames.filter(({ field }) => prose[field] !== undefined).map(({ name }) => name)
}

function proseRows(prose: Partial<ProposedProse>): readonly ChangeRow[] {
  return proseNames.flatMap(({ field, name }) => {
    const said = prose[field]
    if (said === undefined) return []
    if (field === 'standard') return [{ key: name, value: standardWords(String(said)) }]
    const words = typeof said === 'string' ? said : said.join('、')
    return words === '' ? [] : [{ key: name, value: words }]
  })
}

/** How values of a former attribute become values of its successor. */
function carryWords(knowledge: Knowledge, change: Extract<Change, { do: 'deprecate-attribute' }>): string {
  const by = change.upgrade ?? { kind: 'same' as const }
  const nameIn = (attribute: string | undefined, code: string) => {
    const value = attribute === undefined ? undefined : knowledge.attribute(attribute)?.value
    return (value?.type === 'code' ? value.items.find((item) => item.code === code)?.name : undefined) ?? code
  }
  switch (by.kind) {
    case 'same': {
      const [former, successor] = [knowledge.attribute(change.code), knowledge.attribute(change.successor ?? '')]
      const fits = !former || !successor || carryWays(former, successor).length > 0
      return fits ? '原样当作新属性的资料' : '换不成新属性的写法，按原样留着'
    }
    case 'codes':
      return Object.entries(by.to)
        .map(([from, to]) => `“${nameIn(change.code, from)}”当作“${nameIn(change.successor, to)}”`)
        .join('，')
    case 'scale':
      return `乘以 ${by.factor} 后当作新属性的资料`
    case 'yes-when':
      return `${by.codes.map((code) => `“${nameIn(change.code, code)}”`).join('、')}当作“是”，其余当作“否”`
  }
}
