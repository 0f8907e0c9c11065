import type { Prose } from './source'
import { bearerName, type Knowledge, knowledgeOf } from './system'
import {
  type Attribute,
  type AttributeCode,
  type Bearer,
  type CodeItem,
  type Instant,
  type KnowledgeVersion,
  type Sensitivity,
  sensitivities,
  type ValueUpgrade,
} from './types'
import { compareVersions } from './upgrade'
import { readValueType, writeValueType } from './value-type'

/** An attribute as people propose it: the value type in writing. */
export interface ProposedAttribute {
  readonly code: AttributeCode
  readonly of: Bearer
  readonly name: string
  readonly type: string
  readonly many: boolean
  readonly sensitivity: Sensitivity
  readonly freshDays?: number
}

/** What people read about it; `words` are other names, for finding it. */
export type ProposedProse = Pick<Prose, 'english' | 'definition' | 'standard' | 'form' | 'words'>

/** One thing a revision changes. Nothing is ever taken out: what is no longer asked stays readable. */
export type Change =
  | { readonly do: 'add-attribute'; readonly attribute: ProposedAttribute; readonly prose: ProposedProse }
  | {
      readonly do: 'revise-attribute'
      readonly code: AttributeCode
      readonly name?: string
      readonly type?: string
      readonly sensitivity?: Sensitivity
      /** 0: may be believed for ever. */
      readonly freshDays?: number
      readonly prose?: Partial<ProposedProse>
    }
  | {
      readonly do: 'deprecate-attribute'
      readonly code: AttributeCode
      readonly successor?: AttributeCode
      /** How a value of the former becomes one of the successor. */
      readonly upgrade?: ValueUpgrade
    }
  | {
      readonly do: 'add-list'
      readonly id: string
      readonly name: string
      readonly items: readonly CodeItem[]
      readonly source: string
    }
  | { readonly do: 'add-codes'; readonly list: string; readonly items: readonly CodeItem[] }
  | { readonly do: 'rename-code'; readonly list: string; readonly code: string; readonly name: string }

/** A published revision: immutable, the next version after `previous`. */
export interface Release {
  readonly version: KnowledgeVersion
  readonly previous: KnowledgeVersion
  readonly at: Instant
  readonly by: string
  /** What changed, in a sentence, for the changelog. */
  readonly summary: string
  readonly changes: readonly Change[]
}

/** @returns the system after a release. @throws Error when the release does not follow this version, or its changes do not hold */
export function withRelease(knowledge: Knowledge, release: Release): Knowledge {
  if (release.previous !== knowledge.version)
    throw new Error(`${release.version} follows ${release.previous}, not ${knowledge.version}`)
  const [problem] = changeProblems(knowledge, release.changes)
  if (problem) throw new Error(`${release.version}: ${problem.message}`)
  const changed = release.changes.reduce((before, change) => withChange(before, change, release.version), knowledge)
  return knowledgeOf({ ...changed, version: release.version })
}

/**
 * What was deployed, with the revisions published on it. After a deployment that brings more of its own, what a revision added and the
 * deployment now has too is left as deployed; all else is taken over again.
 */
export function withReleases(deployed: Knowledge, releases: readonly Release[]): Knowledge {
  return releases.reduce((before, { version, changes }) => {
    // One after another: a change may lean on one before it in the same release.
    const changed = changes.reduce(
      (now, change) => (problemsOf(now, change).length === 0 ? withChange(now, change, version) : now),
      before,
    )
    return knowledgeOf({ ...changed, version: compareVersions(version, before.version) > 0 ? version : before.version })
  }, deployed)
}

function withChange(knowledge: Knowledge, change: Change, version: KnowledgeVersion): Knowledge {
  const { attributes, codeLists } = knowledge
  const revise = (code: AttributeCode, next: (one: Attribute) => Attribute): Knowledge =>
    knowledgeOf({ ...knowledge, attributes: attributes.map((one) => (one.code === code ? next(one) : one)) })
  switch (change.do) {
    case 'add-attribute':
      return knowledgeOf({ ...knowledge, attributes: [...attributes, asAttribute(knowledge, change.attribute)] })
    case 'revise-attribute':
      return revise(change.code, (one) => revised(knowledge, one, change))
    case 'deprecate-attribute': {
      const { code, successor, upgrade } = change
      const deprecated = { since: version, ...(successor === undefined ? {} : { successor }) }
      const after = revise(code, (one) => ({ ...one, deprecated }))
      if (successor === undefined) return after
      return knowledgeOf({
        ...after,
        upgrades: [...after.upgrades, { since: version, from: code, to: successor, by: upgrade ?? { kind: 'same' } }],
      })
    }
    case 'add-list':
      return withLists(knowledge, [...codeLists, { id: change.id, name: change.name, items: change.items }])
    case 'add-codes':
      return withLists(
        knowledge,
        codeLists.map((list) =>
          list.id === change.list ? { ...list, items: [...list.items, ...change.items] } : list,
        ),
      )
    case 'rename-code':
      return withLists(
        knowledge,
        codeLists.map((list) =>
          list.id === change.list
            ? {
                ...list,
                items: list.items.map((item) => (item.code === change.code ? { ...item, name: change.name } : item)),
              }
            : list,
        ),
      )
  }
}

/** The attributes carry the items of their lists with them. */
function withLists(knowledge: Knowledge, codeLists: Knowledge['codeLists']): Knowledge {
  const items = new Map(codeLists.map((list) => [list.id, list.items]))
  return knowledgeOf({
    ...knowledge,
    codeLists,
    attributes: knowledge.attributes.map((one) =>
      one.value.type === 'code'
        ? { ...one, value: { ...one.value, items: items.get(one.value.list) ?? one.value.items } }
        : one,
    ),
  })
}

function asAttribute(knowledge: Knowledge, { type, ...proposed }: ProposedAttribute): Attribute {
  const value = readValueType(type, (id) => knowledge.codeList(id)?.items)
  if (!value) throw new Error(`${proposed.code}: the type ${type} cannot be read`)
  return { ...proposed, value }
}

function revised(knowledge: Knowledge, one: Attribute, change: Extract<Change, { do: 'revise-attribute' }>): Attribute {
  const { freshDays: former, ...rest } = one
  const days = change.freshDays ?? former
  return {
    ...rest,
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.sensitivity === undefined ? {} : { sensitivity: change.sensitivity }),
    ...(days === undefined || days === 0 ? {} : { freshDays: days }),
    ...(change.type === undefined
      ? {}
      : { value: readValueType(change.type, (id) => knowledge.codeList(id)?.items) ?? one.value }),
  }
}

/** How much a revision asks of those who use the system. */
export type Weight = 'patch' | 'minor' | 'major'

/**
 * patch: words only · minor: more is possible than before · major: something is stricter, more protected or no longer asked, so that
 * forms and those who look may notice.
 */
export function weightOf(knowledge: Knowledge, change: Change): Weight {
  switch (change.do) {
    case 'add-attribute':
    case 'add-list':
    case 'add-codes':
      return 'minor'
    case 'rename-code':
      return 'patch'
    case 'deprecate-attribute':
      return 'major'
    case 'revise-attribute': {
      const before = knowledge.attribute(change.code)
      if (!before) return 'major'
      if (change.type !== undefined && change.type !== writeValueType(before.value)) {
        return isWider(knowledge, before, change.type) ? 'minor' : 'major'
      }
      return change.sensitivity !== undefined && change.sensitivity !== before.sensitivity ? 'major' : 'patch'
    }
  }
}

/** Everything that could be said before can still be said. */
function isWider(knowledge: Knowledge, before: Attribute, type: string): boolean {
  const after = readValueType(type, (id) => knowledge.codeList(id)?.items)
  const was = before.value
  if (after?.type === 'text' && was.type === 'text')
    return after.max >= was.max && (after.pattern ?? was.pattern) === was.pattern
  if (after?.type === 'text' && was.type === 'name') return after.max >= 50 && after.pattern === undefined
  if (after?.type === 'number' && was.type === 'number') {
    return after.min <= was.min && after.max >= was.max && after.decimals >= was.decimals && after.unit === was.unit
  }
  return false
}

/** @returns the version after these changes: semantic, by the heaviest of them */
export function versionAfter(knowledge: Knowledge, changes: readonly Change[]): KnowledgeVersion {
  const weights = new Set(changes.map((change) => weightOf(knowledge, change)))
  const [major = 0, minor = 0, patch = 0] = knowledge.version.split('.').map(Number)
  if (weights.has('major')) return `${major + 1}.0.0`
  return weights.has('minor') ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`
}

export interface ChangeProblem {
  /** Which of the changes, from 0. */
  readonly at: number
  readonly message: string
}

/** @returns what keeps changes from being published, in words for the person who proposes them; nothing when they hold together */
export function changeProblems(knowledge: Knowledge, changes: readonly Change[]): readonly ChangeProblem[] {
  const problems: ChangeProblem[] = []
  let now = knowledge
  for (const [at, change] of changes.entries()) {
    const found = problemsOf(now, change)
    problems.push(...found.map((message) => ({ at, message })))
    if (found.length === 0) now = withChange(now, change, knowledge.version)
  }
  return problems
}

const codeShape = /^[a-z-]+\.[a-z][A-Za-z0-9]{1,29}$/
const listShape = /^[a-z][a-z0-9-]{1,39}$/

function problemsOf(knowledge: Knowledge, change: Change): readonly string[] {
  switch (change.do) {
    case 'add-attribute':
      return additionProblems(knowledge, change.attribute, change.prose)
    case 'revise-attribute':
      return revisionProblems(knowledge, change)
    case 'deprecate-attribute':
      return deprecationProblems(knowledge, change)
    case 'add-list':
      if (knowledge.codeList(change.id)) return ['已有这个编号的代码表，请换一个']
      if (!listShape.test(change.id)) return ['代码表的编号只能用小写字母、数字和连字符']
      return change.items.length < 2 ? ['代码表至少要有两个选项'] : itemProblems([], change.items)
    case 'add-codes': {
      const list = knowledge.codeList(change.list)
      return list ? itemProblems(list.items, change.items) : ['没有这个代码表']
    }
    case 'rename-code': {
      const list = knowledge.codeList(change.list)
      if (!list?.items.some(({ code }) => code === change.code)) return ['代码表里没有这个代码']
      return list.items.some(({ code, name }) => code !== change.code && name === change.name) ? ['已有同名的选项'] : []
    }
  }
}

function itemProblems(known: readonly CodeItem[], added: readonly CodeItem[]): readonly string[] {
  const all = [...known, ...added]
  if (added.some(({ code, name }) => !/^[0-9A-Za-z-]{1,12}$/.test(code) || name.trim() === '')) {
    return ['选项要有代码（字母、数字，不超过12位）和名称']
  }
  const isRepeated = (values: readonly string[]): boolean => new Set(values).size < values.length
  return isRepeated(all.map(({ code }) => code)) || isRepeated(all.map(({ name }) => name))
    ? ['选项的代码或名称重复']
    : []
}

function additionProblems(knowledge: Knowledge, proposed: ProposedAttribute, prose: ProposedProse): readonly string[] {
  const problems: string[] = []
  const bearer = bearerName(proposed.of)
  if (!codeShape.test(proposed.code) || !proposed.code.startsWith(`${bearer}.`)) problems.push('编号的写法不对')
  if (knowledge.attribute(proposed.code)) problems.push('已有这个编号的属性，请换一个')
  if (typeof proposed.of !== 'string' && !knowledge.relationType(proposed.of.relation)) problems.push('没有这种关系')
  if (nameTaken(knowledge, proposed.of, proposed.name, proposed.code)) problems.push('已有同名的属性')
  if (proposed.name.trim() === '') problems.push('还没有名称')
  problems.push(...typeProblems(knowledge, proposed.type, proposed.many))
  if (prose.definition.trim().length < 8) problems.push('请用一两句话写清楚它指什么')
  if (prose.form.trim() === '') problems.push('请写明它来自哪张表或哪项规定')
  return problems
}

function typeProblems(knowledge: Knowledge, type: string, many: boolean): readonly string[] {
  const value = readValueType(type, (id) => knowledge.codeList(id)?.items)
  if (!value) return ['填写方式不对，或者没有这个代码表']
  return many && value.type !== 'code' && value.type !== 'file' ? ['只有选项和文件可以有多个'] : []
}

function nameTaken(knowledge: Knowledge, of: Bearer, name: string, code: AttributeCode): boolean {
  return knowledge
    .attributesOf(of)
    .some((one) => one.name === name && one.code !== code && one.deprecated === undefined)
}

function revisionProblems(
  knowledge: Knowledge,
  change: Extract<Change, { do: 'revise-attribute' }>,
): readonly string[] {
  const before = knowledge.attribute(change.code)
  if (!before) return ['没有这个属性']
  if (before.deprecated) return ['这个属性已停用']
  const problems: string[] = []
  if (change.name !== undefined && nameTaken(knowledge, before.of, change.name, change.code))
    problems.push('已有同名的属性')
  if (change.type !== undefined) {
    problems.push(...typeProblems(knowledge, change.type, before.many))
    const after = readValueType(change.type, (id) => knowledge.codeList(id)?.items)
    // A changed meaning is another attribute: what was stored could not be told from what is stored now.
    if (after && after.type !== before.value.type && !isWider(knowledge, before, change.type)) {
      problems.push('填写方式变了，请另加一个属性，并停用这一个')
    }
    if (after?.type === 'code' && before.value.type === 'code' && after.list !== before.value.list) {
      problems.push('换了代码表，请另加一个属性，并停用这一个')
    }
  }
  if (change.sensitivity !== undefined && sensitivities.indexOf(change.sensitivity) < 0)
    problems.push('没有这个敏感级别')
  return problems
}

function deprecationProblems(
  knowledge: Knowledge,
  { code, successor, upgrade }: Extract<Change, { do: 'deprecate-attribute' }>,
): readonly string[] {
  const before = knowledge.attribute(code)
  if (!before) return ['没有这个属性']
  if (before.deprecated) return ['这个属性已经停用了']
  if (knowledge.derivedFrom(code).length > 0 || before.naturalKey)
    return ['别的资料由它得出，或者靠它辨认是谁，不能停用']
  if (successor === undefined) return upgrade ? ['没有写明由哪个属性接替'] : []
  const after = knowledge.attribute(successor)
  if (!after || after.deprecated || successor === code) return ['接替的属性不存在或已停用']
  if (bearerName(after.of) !== bearerName(before.of)) return ['接替的属性要属于同一类']
  return []
}
