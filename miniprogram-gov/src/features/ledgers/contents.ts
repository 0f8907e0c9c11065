import { type Attribute, entityKinds, type Knowledge, type RelationType } from '@zmht/shared/knowledge'
import { searchAttributes } from '@zmht/shared/knowledge/search'
import { attributeColumn, type Column, canFilter, type LedgerKind, ledgerKinds } from '@zmht/shared/ledgers'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { roleOf } from '../builder/subjects'
import { answerWords } from '../knowledge/answer-words'
import { kindNames } from '../knowledge/names'

/** Something a ledger can show of its entities, or ask of them: a fact, or a relation from one of its ends. */
export type Content = {
  readonly key: string
  readonly name: string
  /** How it is answered, or whom it leads to. */
  readonly detail: string
  readonly sensitive: boolean
} & (
  | { readonly of: 'attribute'; readonly attribute: Attribute }
  | { readonly of: 'relation'; readonly type: RelationType; readonly direction: 'forward' | 'backward' }
)

/** So many are shown; more words find the rest. */
export const mostContents = 40

/** @returns how an attribute is answered, in words; nothing where its name says it: 「手机号」 */
export function aboutAnswer({ name, value, many }: Attribute): string {
  const words = answerWords(value, many)
  return words === name ? '' : words
}

/** @returns an attribute as something a ledger shows */
export const attributeContent = (attribute: Attribute): Content => ({
  key: attribute.code,
  name: attribute.name,
  detail: aboutAnswer(attribute),
  sensitive: attribute.sensitivity === 'sensitive',
  of: 'attribute',
  attribute,
})

function relationContents(kind: LedgerKind, knowledge: Knowledge): readonly Content[] {
  const known: readonly string[] = ledgerKinds
  const kinds = entityKinds.filter((one) => known.includes(one))
  return knowledge.relationTypes.flatMap((type): Content[] => {
    const one = (direction: 'forward' | 'backward'): Content => ({
      key: `${direction === 'forward' ? '' : '~'}${type.code}`,
      name: roleOf(type, direction),
      detail: `关系，显示对方的名称（${kindNames[direction === 'forward' ? type.to : type.from]}）`,
      sensitive: type.sensitivity === 'sensitive',
      of: 'relation',
      type,
      direction,
    })
    return [
      ...(type.from === kind && kinds.includes(type.to) ? [one('forward')] : []),
      ...(type.to === kind && kinds.includes(type.from) && !type.symmetric ? [one('backward')] : []),
    ]
  })
}

/** What ledgers of a kind usually show, the most usual first. */
function usualKeys(kind: LedgerKind): readonly string[] {
  const counts = new Map<string, number>()
  for (const template of ledgerTemplates.filter((one) => one.kind === kind))
    for (const { key } of template.columns) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key)
}

/**
 * @param words what it means, as somebody says it; nothing: what is usual
 * @returns what a ledger of a kind can show, the best match first
 */
export function contentsFor(kind: LedgerKind, knowledge: Knowledge, words: string): readonly Content[] {
  const relations = relationContents(kind, knowledge)
  const wanted = words.trim()
  if (wanted === '') {
    return usualKeys(kind).flatMap((key) => {
      const attribute = knowledge.attribute(key)
      const found = attribute ? attributeContent(attribute) : relations.find((one) => one.key === key)
      return found ?? []
    })
  }
  const named = relations
    .filter(({ name }) => name.includes(wanted) || (wanted.length > 1 && wanted.includes(name)))
    .sort((a, b) => a.name.length - b.name.length)
  return [
    ...named,
    ...searchAttributes(knowledge, wanted)
      .filter(({ of }) => of === kind)
      .map(attributeContent),
  ]
}

/** @returns whether a long list can be narrowed by it at no cost */
export const mayFilter = (content: Content, kind: LedgerKind): boolean =>
  content.of === 'attribute' && canFilter(content.attribute, kind)

/** @returns it as a column; a relation under the name it has from this end */
export const columnOf = (content: Content): Column =>
  content.of === 'attribute'
    ? attributeColumn(content.attribute.code)
    : {
        key: content.key,
        of: 'relation',
        types: [content.type.code],
        direction: content.direction,
        name: content.name,
      }
