import {
  type Attribute,
  type Bearer,
  type Change,
  type CodeItem,
  changeProblems,
  entityKinds,
  type Knowledge,
  type ProposedProse,
  readValueType,
  type Sensitivity,
  writeValueType,
} from '@zmht/shared/knowledge'
import { type Answer, answerOf, answerProblems, blankAnswer, mayBeMany, typeOf } from './answer'
import { type Carry, carryOf, carryProblem, plainCarry, upgradeOf } from './carry'
import { proposedListId, proposedProperty } from './naming'
import { readOptions, writeOptions } from './option-lines'
import { noProse, type Prose, type ProseEntry } from './prose'
import { knowledgeWith } from './say-change'

/** An attribute as it is being written. Texts are as typed; empty: not said yet. */
export interface AttributeForm {
  /** The kind or the relation it is said of. */
  readonly of: string
  readonly name: string
  readonly english: string
  /** What its code ends in; empty: proposed from the English name. */
  readonly property: string
  readonly definition: string
  readonly standard: string
  /** The form or rule it comes from. */
  readonly form: string
  /** Other words for it, separated by 、 */
  readonly words: string
  readonly answer: Answer
  /** Options come from a list that exists, or from a new one written here. */
  readonly options: 'known' | 'new'
  /** The options of a new list, one a line. */
  readonly lines: string
  readonly many: boolean
  /** Empty: not decided. */
  readonly sensitivity: Sensitivity | ''
  /** Days it may be believed; empty: for ever. */
  readonly fresh: string
}

export const blankAttribute: AttributeForm = {
  of: '',
  name: '',
  english: '',
  property: '',
  definition: '',
  standard: '',
  form: '',
  words: '',
  answer: blankAnswer,
  options: 'known',
  lines: '',
  many: false,
  sensitivity: '',
  fresh: '',
}

export interface ListForm {
  readonly name: string
  readonly english: string
  /** Empty: proposed from the English name. */
  readonly id: string
  readonly lines: string
  readonly source: string
}

export const blankList: ListForm = { name: '', english: '', id: '', lines: '', source: '' }

/** One thing a revision is to change, as it is being written. */
export type DraftChange =
  | { readonly do: 'add-attribute'; readonly key: string; readonly form: AttributeForm }
  | { readonly do: 'revise-attribute'; readonly key: string; readonly code: string; readonly form: AttributeForm }
  | {
      readonly do: 'deprecate-attribute'
      readonly key: string
      readonly code: string
      /** Empty: nothing takes its place. */
      readonly successor: string
      readonly carry: Carry
    }
  | { readonly do: 'add-list'; readonly key: string; readonly list: ListForm }
  | { readonly do: 'add-codes'; readonly key: string; readonly list: string; readonly lines: string }
  | {
      readonly do: 'rename-code'
      readonly key: string
      readonly list: string
      readonly code: string
      readonly name: string
    }

/** A revision as it is being written. Plain data, kept on the device as typed. */
export interface Draft {
  readonly title: string
  readonly reason: string
  readonly changes: readonly DraftChange[]
}

export const blankDraft: Draft = { title: '', reason: '', changes: [] }

/** As many changes go into one revision. */
export const mostChanges = 50

/** A change without its key, which the draft gives. */
export type NewChange = DraftChange extends infer One ? (One extends DraftChange ? Omit<One, 'key'> : never) : never

export function withAdded(draft: Draft, change: NewChange): Draft {
  const key = String(1 + Math.max(0, ...draft.changes.map((one) => Number(one.key))))
  return { ...draft, changes: [...draft.changes, { ...change, key }] }
}

export function withChanged(draft: Draft, changed: DraftChange): Draft {
  return { ...draft, changes: draft.changes.map((one) => (one.key === changed.key ? changed : one)) }
}

export function withoutChange(draft: Draft, key: string): Draft {
  return { ...draft, changes: draft.changes.filter((one) => one.key !== key) }
}

/** One change of a draft: what it would do, on what the changes before it made of the system, and what is missing. */
export interface Step {
  readonly key: string
  readonly before: Knowledge
  /** An attribute with options of its own is two: the list, and the attribute. */
  readonly changes: readonly Change[]
  readonly problems: readonly string[]
}

/** A draft read through from the first change to the last. */
export function stepsOf(knowledge: Knowledge, prose: Prose, draft: Draft): readonly Step[] {
  let before = knowledge
  return draft.changes.map((change) => {
    const { changes, missing } = asChanges(before, prose, change)
    const problems = [...missing, ...changeProblems(before, changes).map(({ message }) => message)]
    const step: Step = { key: change.key, before, changes, problems: [...new Set(problems)] }
    if (problems.length === 0) before = knowledgeWith(before, changes)
    return step
  })
}

interface Written {
  readonly changes: readonly Change[]
  /** What the person has not said yet. */
  readonly missing: readonly string[]
}

function asChanges(before: Knowledge, prose: Prose, change: DraftChange): Written {
  switch (change.do) {
    case 'add-attribute':
      return asAddition(before, change.form)
    case 'revise-attribute':
      return asRevision(before, prose, change.code, change.form)
    case 'deprecate-attribute': {
      const { code, successor, carry } = change
      if (successor === '') return { changes: [{ do: 'deprecate-attribute', code }], missing: [] }
      const missing = carryProblem(carry)
      return {
        changes: [{ do: 'deprecate-attribute', code, successor, upgrade: upgradeOf(carry) }],
        missing: missing === undefined ? [] : [missing],
      }
    }
    case 'add-list': {
      const { name, lines, source } = change.list
      const id = listIdOf(before, change.list)
      const items = readOptions(lines)
      return {
        changes: [{ do: 'add-list', id, name: name.trim(), items, source: source.trim() || 'own' }],
        missing: [
          ...tooMany(items),
          ...(name.trim() === '' ? ['还没有名称'] : []),
          ...(id === '' ? ['还没有英文名，编号由它得出'] : []),
        ],
      }
    }
    case 'add-codes': {
      const items = readOptions(change.lines, before.codeList(change.list)?.items)
      return {
        changes: [{ do: 'add-codes', list: change.list, items }],
        missing: items.length === 0 ? ['还没有写要增加的选项'] : tooMany(items),
      }
    }
    case 'rename-code': {
      const name = change.name.trim()
      const held = before.codeList(change.list)?.items.find(({ code }) => code === change.code)
      return {
        changes: [{ do: 'rename-code', list: change.list, code: change.code, name }],
        missing: name === '' ? ['还没有写新的名称'] : held?.name === name ? ['名称没有改动'] : [],
      }
    }
  }
}

const mostItems = 300

const tooMany = (items: readonly CodeItem[]): readonly string[] => [
  ...(items.length > mostItems ? [`选项最多 ${mostItems} 个`] : []),
  ...(items.some(({ name }) => name.length > 40) ? ['选项的名称不能超过 40 个字'] : []),
]

/** Whom something is said of, by the first part of its code. */
export function bearerIn(knowledge: Knowledge, of: string): Bearer | undefined {
  const kind = entityKinds.find((one) => one === of)
  if (kind !== undefined) return kind
  return knowledge.relationType(of) === undefined ? undefined : { relation: of }
}

/** @returns the code an attribute would have; ends with the dot while there is nothing to make one of */
export function codeOf(before: Knowledge, { of, property, english }: AttributeForm): string {
  const isTaken = (name: string) => before.attribute(`${of}.${name}`) !== undefined
  return `${of}.${property.trim() || proposedProperty(english, isTaken)}`
}

export function listIdOf(before: Knowledge, { id, english }: Pick<ListForm, 'id' | 'english'>): string {
  return id.trim() || proposedListId(english, (one) => before.codeList(one) !== undefined)
}

/** Other words as typed, taken apart. */
const otherWords = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[\s,，、;；]+/)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
]

const wordsMissing = (typed: string): readonly string[] => {
  const words = otherWords(typed)
  return words.length > 10 || words.some((word) => word.length > 20) ? ['别名最多 10 个，每个不超过 20 个字'] : []
}

function proseOf(form: AttributeForm): ProposedProse {
  return {
    english: form.english.trim(),
    definition: form.definition.trim(),
    standard: form.standard.trim() || 'own',
    form: form.form.trim(),
    words: otherWords(form.words),
  }
}

function asAddition(before: Knowledge, form: AttributeForm): Written {
  const bearer = bearerIn(before, form.of)
  const ownList = form.answer.kind === 'code' && form.options === 'new'
  const list = ownList ? listIdOf(before, { id: '', english: form.english }) : form.answer.list
  const answer = { ...form.answer, list }
  const code = codeOf(before, form)
  const { fresh, missing: freshMissing } = readFresh(form.fresh)
  const answerMissing = Object.values(answerProblems(ownList ? { ...answer, list: 'new' } : answer))
  const missing = [
    ...(bearer === undefined ? ['还没有选它说的是谁或什么'] : []),
    ...(form.english.trim() === '' ? ['还没有英文名，编号由它得出'] : []),
    ...(form.sensitivity === '' ? ['还没有选敏感级别'] : []),
    ...answerMissing,
    ...freshMissing,
    ...wordsMissing(form.words),
    ...(ownList ? tooMany(readOptions(form.lines)) : []),
  ]
  // Codes and lists that are not there yet would only be complained about a second time.
  if (bearer === undefined || code.endsWith('.') || answerMissing.length > 0 || (ownList && list === '')) {
    return { changes: [], missing }
  }
  const lists: readonly Change[] = ownList
    ? [
        {
          do: 'add-list',
          id: list,
          name: form.name.trim(),
          items: readOptions(form.lines),
          source: form.form.trim() || 'own',
        },
      ]
    : []
  return {
    changes: [
      ...lists,
      {
        do: 'add-attribute',
        attribute: {
          code,
          of: bearer,
          name: form.name.trim(),
          type: typeOf(answer),
          many: form.many && mayBeMany(answer.kind),
          // Never sent without one: it is among what is missing.
          sensitivity: form.sensitivity === '' ? 'sensitive' : form.sensitivity,
          ...(fresh === 0 ? {} : { freshDays: fresh }),
        },
        prose: proseOf(form),
      },
    ],
    missing,
  }
}

/** @returns days, 0 for ever */
function readFresh(typed: string): { readonly fresh: number; readonly missing: readonly string[] } {
  const days = typed.trim()
  if (days === '') return { fresh: 0, missing: [] }
  const fresh = /^\d{1,5}$/.test(days) ? Number(days) : 0
  return fresh > 0 && fresh <= 36_500 ? { fresh, missing: [] } : { fresh: 0, missing: ['有效期请填写 1 到 36500 天'] }
}

/** An attribute in force as a form to change. */
export function formOf(attribute: Attribute, about: ProseEntry = noProse): AttributeForm {
  const [of = '', property = ''] = attribute.code.split('.')
  return {
    ...blankAttribute,
    of,
    property,
    name: attribute.name,
    english: about.english,
    definition: about.definition,
    standard: about.standard === 'own' ? '' : about.standard,
    form: about.form,
    words: about.words.join('、'),
    answer: answerOf(attribute.value),
    many: attribute.many,
    sensitivity: attribute.sensitivity,
    fresh: attribute.freshDays === undefined ? '' : String(attribute.freshDays),
  }
}

/** Only what differs from what is in force. */
function asRevision(before: Knowledge, prose: Prose, code: string, form: AttributeForm): Written {
  const attribute = before.attribute(code)
  if (attribute === undefined) return { changes: [{ do: 'revise-attribute', code }], missing: [] }
  const was = formOf(attribute, prose.attributes.get(code))
  const answerMissing = Object.values(answerProblems(form.answer))
  const { fresh, missing: freshMissing } = readFresh(form.fresh)
  const type = answerMissing.length > 0 ? undefined : typeOf(form.answer)
  const said = differing(proseOf(was), proseOf(form))
  const change: Change = {
    do: 'revise-attribute',
    code,
    ...(form.name.trim() === attribute.name ? {} : { name: form.name.trim() }),
    ...(type === undefined || type === writeValueType(attribute.value) ? {} : { type }),
    ...(form.sensitivity === '' || form.sensitivity === attribute.sensitivity ? {} : { sensitivity: form.sensitivity }),
    ...(fresh === (attribute.freshDays ?? 0) || freshMissing.length > 0 ? {} : { freshDays: fresh }),
    ...(Object.keys(said).length === 0 ? {} : { prose: said }),
  }
  const missing = [
    ...answerMissing,
    ...freshMissing,
    ...wordsMissing(form.words),
    ...(form.name.trim() === '' ? ['还没有名称'] : []),
    ...(said.definition !== undefined && said.definition.length < 8 ? ['请用一两句话写清楚它指什么'] : []),
  ]
  const nothing = Object.keys(change).length === 2 && missing.length === 0
  return { changes: [change], missing: nothing ? ['还没有改动'] : missing }
}

function differing(was: ProposedProse, now: ProposedProse): Partial<ProposedProse> {
  return {
    ...(was.english === now.english ? {} : { english: now.english }),
    ...(was.definition === now.definition ? {} : { definition: now.definition }),
    ...(was.standard === now.standard ? {} : { standard: now.standard }),
    ...(was.form === now.form ? {} : { form: now.form }),
    ...(was.words.join() === now.words.join() ? {} : { words: now.words }),
  }
}

/** A proposed revision as a draft again, to be rewritten. */
export function draftOf(
  knowledge: Knowledge,
  prose: Prose,
  proposal: { readonly title: string; readonly reason: string; readonly content: readonly Change[] },
): Draft {
  let now = knowledge
  return proposal.content.reduce<Draft>(
    (draft, change) => {
      const next = withAdded(draft, asDraftChange(now, prose, change))
      now = knowledgeWith(now, [change])
      return next
    },
    { title: proposal.title, reason: proposal.reason, changes: [] },
  )
}

function asDraftChange(now: Knowledge, prose: Prose, change: Change): NewChange {
  switch (change.do) {
    case 'add-attribute': {
      const { attribute, prose: said } = change
      const [of = '', property = ''] = attribute.code.split('.')
      const form = { ...blankAttribute, ...proseFields(said) }
      return {
        do: 'add-attribute',
        form: {
          ...form,
          of,
          property,
          name: attribute.name,
          answer: answerOfType(attribute.type),
          many: attribute.many,
          sensitivity: attribute.sensitivity,
          fresh: attribute.freshDays === undefined ? '' : String(attribute.freshDays),
        },
      }
    }
    case 'revise-attribute': {
      const attribute = now.attribute(change.code)
      const held = attribute ? formOf(attribute, prose.attributes.get(change.code)) : blankAttribute
      return {
        do: 'revise-attribute',
        code: change.code,
        form: {
          ...held,
          ...(change.prose === undefined ? {} : proseFields(change.prose)),
          ...(change.name === undefined ? {} : { name: change.name }),
          ...(change.type === undefined ? {} : { answer: answerOfType(change.type) }),
          ...(change.sensitivity === undefined ? {} : { sensitivity: change.sensitivity }),
          ...(change.freshDays === undefined ? {} : { fresh: change.freshDays === 0 ? '' : String(change.freshDays) }),
        },
      }
    }
    case 'deprecate-attribute':
      return {
        do: 'deprecate-attribute',
        code: change.code,
        successor: change.successor ?? '',
        carry: change.successor === undefined ? plainCarry : carryOf(change.upgrade),
      }
    case 'add-list':
      return {
        do: 'add-list',
        list: {
          name: change.name,
          english: '',
          id: change.id,
          lines: writeOptions(change.items),
          source: change.source === 'own' ? '' : change.source,
        },
      }
    case 'add-codes':
      return { do: 'add-codes', list: change.list, lines: writeOptions(change.items) }
    case 'rename-code':
      return { do: 'rename-code', list: change.list, code: change.code, name: change.name }
  }
}

/** A list it names need not be there any more, or yet. */
function answerOfType(type: string): Answer {
  const value = readValueType(type, () => [])
  return value === undefined ? blankAnswer : answerOf(value)
}

function proseFields(said: Partial<ProposedProse>): Partial<AttributeForm> {
  return {
    ...(said.english === undefined ? {} : { english: said.english }),
    ...(said.definition === undefined ? {} : { definition: said.definition }),
    ...(said.standard === undefined ? {} : { standard: said.standard === 'own' ? '' : said.standard }),
    ...(said.form === undefined ? {} : { form: said.form }),
    ...(said.words === undefined ? {} : { words: said.words.join('、') }),
  }
}
