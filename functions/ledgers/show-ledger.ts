import type { LedgerReply, MeasureReply } from '@zmht/shared/contract'
import type { Attribute, Knowledge } from '@zmht/shared/knowledge'
import { type Column, freshnesses, type LedgerContent, nameOfColumn, sayMembership } from '@zmht/shared/ledgers'
import { type Grouping, type Measure, measuresOf, unknownGroup } from '@zmht/shared/measures'
import { placeFacts } from '../hierarchy/index'
import { organisationFacts } from '../permissions/index'
import { readJob } from '../platform/job.store'
import { showJob } from '../platform/show-job'
import type { Ledger } from './ledger.store'
import { sensitivityOfColumn } from './show-row'

/** A ledger as an official reads it. */
export async function showLedger(ledger: Ledger, knowledge: Knowledge, mayWrite: boolean): Promise<LedgerReply> {
  const { id, content, measures, within, edition, ended, at, job } = ledger
  const [organisation, places, running] = await Promise.all([
    organisationFacts(ledger.organisationId),
    Promise.all(within.map(placeFacts)),
    job === undefined ? undefined : readJob(job),
  ])
  return {
    id,
    organisation: { id: ledger.organisationId, name: organisation?.name ?? '' },
    content: { ...content },
    measures: [...measures],
    within: places.map(({ id: place, name, level }) => ({ id: place, name, level })),
    edition,
    ended,
    at,
    columns: content.columns.map((column) => showColumn(column, knowledge)),
    filters: content.filters.map((attribute) => ({
      attribute,
      label: knowledge.attribute(attribute)?.name ?? '',
      options: optionsOf(knowledge.attribute(attribute)),
    })),
    // What is known of each column has a page of its own.
    shownMeasures: withoutColumns(measuresOf(id, content, measures, knowledge)).map((one) =>
      showMeasure(
        one,
        content,
        knowledge,
        measures.some((own) => one.id === `${id}.${own.id}`),
      ),
    ),
    rule: sayMembership(content, knowledge),
    mayWrite,
    ...(running === undefined ? {} : { job: showJob(running) }),
  }
}

type Named = Measure & { readonly id: string }

const withoutColumns = (measures: readonly Named[]): readonly Named[] =>
  measures.filter(({ groups }) => !groups.some(({ by }) => by === 'columns'))

function showColumn(column: Column, knowledge: Knowledge): LedgerReply['columns'][number] {
  return {
    key: column.key,
    label: nameOfColumn(column, knowledge),
    of: column.of === 'attribute' ? 'attribute' : 'relation',
    ...(column.of === 'attribute' ? { attribute: column.attribute } : {}),
    sensitivity: sensitivityOfColumn(column, knowledge, false),
    layout: column.of === 'relation' ? 'text' : layoutOf(knowledge.attribute(column.attribute)),
  }
}

function layoutOf(what: Attribute | undefined): LedgerReply['columns'][number]['layout'] {
  switch (what?.value.type) {
    case 'number':
    case 'money':
      return 'number'
    case 'date':
    case 'month':
    case 'datetime':
      return 'date'
    case 'code':
    case 'yes-no':
      return 'code'
    default:
      return 'text'
  }
}

type Options = readonly { readonly code: string; readonly name: string }[]

function optionsOf(what: Attribute | undefined): { code: string; name: string }[] {
  if (what?.value.type === 'code') return what.value.items.map(({ code, name }) => ({ code, name }))
  return [
    { code: 'yes', name: '是' },
    { code: 'no', name: '否' },
  ]
}

const units: Readonly<Record<LedgerContent['kind'], string>> = {
  person: '人',
  organisation: '家',
  thing: '个',
  place: '处',
}

/** A measure as people read it, without the ledger's own id before its name. */
export function showMeasure(
  { id, name, groups, fold }: Measure & { readonly id: string },
  { kind }: Pick<LedgerContent, 'kind'>,
  knowledge: Knowledge,
  own: boolean,
): MeasureReply {
  const people = groups.filter((group): group is Grouping => group.by !== 'columns')
  const of = fold.by === 'count' ? undefined : knowledge.attribute(fold.attribute)
  return {
    id: id.slice(id.indexOf('.') + 1),
    name,
    own,
    groups: people.map((group) => ({
      label: labelOf(group, knowledge),
      by: group.by,
      options: [...groupOptions(group, knowledge)],
    })),
    fold: fold.by,
    unit: fold.by === 'count' ? units[kind] : unitOf(of),
  }
}

const unitOf = (what: Attribute | undefined): string =>
  what?.value.type === 'number' ? (what.value.unit ?? '') : what?.value.type === 'money' ? '元' : ''

const labelOf = (group: Grouping, knowledge: Knowledge): string =>
  group.by === 'freshness'
    ? '新鲜程度'
    : group.by === 'band' && group.years && group.attribute === 'person.birthDate'
      ? '年龄'
      : (knowledge.attribute(group.attribute)?.name ?? '')

const freshnessNames = { fresh: '新鲜', soon: '快过期', stale: '已过期' } as const
const unknownOption = { code: unknownGroup, name: '还没登记' }

/** The groups that are known beforehand, in the order people read them; those of times are what there is. */
function groupOptions(group: Grouping, knowledge: Knowledge): Options {
  switch (group.by) {
    case 'freshness':
      return freshnesses.map((code) => ({ code, name: freshnessNames[code] }))
    case 'code':
      return [...optionsOf(knowledge.attribute(group.attribute)), unknownOption]
    case 'band':
      return [...bandOptions(group.edges), unknownOption]
    case 'time':
      return []
  }
}

/** Bands begin at their edge and end before the next: `-` under the first. */
function bandOptions(edges: readonly number[]): Options {
  const [first] = edges
  return [
    { code: '-', name: first === undefined ? '全部' : `${first} 以下` },
    ...edges.map((edge, at) => {
      const next = edges[at + 1]
      return { code: String(edge), name: next === undefined ? `${edge} 及以上` : `${edge}–${next - 1}` }
    }),
  ]
}
