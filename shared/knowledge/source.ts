import Papa from 'papaparse'
import type { KnowledgeTables } from './system'
import { bearerOf } from './tables'
import {
  type Attribute,
  type CodeItem,
  type CodeList,
  type EntityKind,
  entityKinds,
  type KnowledgeVersion,
  type RelationType,
  type Sensitivity,
  type Subtype,
  sensitivities,
} from './types'
import { readValueType } from './value-type'

/** What people read about an attribute or a relation; bundled nowhere. */
export interface Prose {
  readonly english: string
  /** What exactly is meant, so that two people fill in the same. */
  readonly definition: string
  /** The national or sector standard it follows; `own` where this system defines it itself. */
  readonly standard: string
  /** The grass-root form or published table it comes from. */
  readonly form: string
  /** Other words people use for it. */
  readonly words: readonly string[]
  /** Terms of other vocabularies: `schema:birthDate`, `person:residency`. */
  readonly maps: readonly string[]
  /** The subtypes it makes sense for; empty: any of the kind. */
  readonly subtypes: readonly string[]
}

export interface ListProse {
  readonly standard: string
  readonly definition: string
  readonly source: string
}

/** The reviewed data: the tables, and the prose by code. */
export interface KnowledgeSource {
  readonly tables: KnowledgeTables
  readonly attributes: ReadonlyMap<string, Prose>
  readonly relations: ReadonlyMap<string, Prose>
  readonly lists: ReadonlyMap<string, ListProse>
  readonly subtypes: ReadonlyMap<string, Subtype & Pick<Prose, 'english' | 'definition' | 'standard' | 'form'>>
  /** What columns of sheets that hold it are headed, beside its name and its other words: by attribute or relation code. */
  readonly headings: ReadonlyMap<string, readonly string[]>
}

type Row = Readonly<Record<string, string>>

/**
 * Reads the reviewed data files.
 * @param files by name without ending: `person`, `relations`, `lists.person` …, each RFC 4180 with a heading row
 * @throws Error naming the file, the row (the heading is 1) and what is wrong
 */
export function readSource(version: KnowledgeVersion, files: Readonly<Record<string, string>>): KnowledgeSource {
  const lists = readLists(files)
  const attributes = [...entityKinds, 'relation'].flatMap((name) =>
    rowsOf(files, name).map((row, position) => {
      try {
        return { attribute: readAttribute(name, row, lists.items), prose: readProse(row) }
      } catch (error) {
        throw new Error(`${name}.csv row ${position + 2}: ${error instanceof Error ? error.message : ''}`)
      }
    }),
  )
  const relations = rowsOf(files, 'relations').map((row) => ({ relation: readRelation(row), prose: readProse(row) }))
  const subtypes = entityKinds.flatMap((kind) =>
    rowsOf(files, `subtypes.${kind}`).map((row) => ({
      subtype: { code: text(row, 'code'), kind, name: text(row, 'name') } satisfies Subtype,
      prose: readProse(row),
    })),
  )
  return {
    tables: {
      version,
      attributes: attributes.map((one) => one.attribute),
      relationTypes: relations.map((one) => one.relation),
      codeLists: lists.lists,
      upgrades: [],
    },
    attributes: new Map(attributes.map(({ attribute, prose }) => [attribute.code, prose])),
    relations: new Map(relations.map(({ relation, prose }) => [relation.code, prose])),
    lists: lists.prose,
    subtypes: new Map(subtypes.map(({ subtype, prose }) => [subtype.code, { ...prose, ...subtype }])),
    headings: new Map(rowsOf(files, 'headings').map((row) => [text(row, 'code'), severalIn(row, 'headings')])),
  }
}

function rowsOf(files: Readonly<Record<string, string>>, name: string): readonly Row[] {
  const content = files[name]
  if (content === undefined) return []
  const { data, errors } = Papa.parse<Row>(content.trimEnd(), { header: true })
  const [first] = errors
  if (first) throw new Error(`${name}.csv row ${(first.row ?? 0) + 2}: ${first.message}`)
  return data
}

function readLists(files: Readonly<Record<string, string>>) {
  const owners = [...entityKinds, 'relation']
  const items = new Map<string, CodeItem[]>()
  for (const row of owners.flatMap((owner) => rowsOf(files, `items.${owner}`))) {
    const list = text(row, 'list')
    items.set(list, [...(items.get(list) ?? []), { code: text(row, 'code'), name: text(row, 'name') }])
  }
  const rows = owners.flatMap((owner) => rowsOf(files, `lists.${owner}`))
  return {
    items: (id: string): readonly CodeItem[] | undefined => items.get(id),
    lists: rows.map((row): CodeList => {
      const id = text(row, 'list')
      return { id, name: text(row, 'name'), items: items.get(id) ?? [] }
    }),
    prose: new Map(
      rows.map((row): [string, ListProse] => [
        text(row, 'list'),
        { standard: text(row, 'standard'), definition: text(row, 'definition'), source: text(row, 'source') },
      ]),
    ),
  }
}

function readAttribute(file: string, row: Row, list: (id: string) => readonly CodeItem[] | undefined): Attribute {
  // Attributes of relations say whose they are: `rents.monthlyRent`.
  const code = file === 'relation' ? text(row, 'code') : `${file}.${text(row, 'code')}`
  const bearer = code.slice(0, code.indexOf('.'))
  const value = readValueType(text(row, 'type'), list)
  if (!value) throw new Error(`the type ${text(row, 'type')} cannot be read`)
  const fresh = text(row, 'fresh')
  const flags = text(row, 'flags')
  const origin = /derived:(\S+)/.exec(flags)?.[1]
  return {
    code,
    of: bearerOf(bearer),
    name: text(row, 'name'),
    value,
    many: text(row, 'many') === 'many',
    sensitivity: sensitivityOf(row),
    ...(fresh === '' ? {} : { freshDays: Number(fresh) }),
    ...(flags.split(' ').includes('key') ? { naturalKey: true } : {}),
    ...(flags.split(' ').includes('record') ? { record: true } : {}),
    ...(origin === undefined ? {} : { derivedFrom: `${bearer}.${origin}` }),
  }
}

function readRelation(row: Row): RelationType {
  return {
    code: text(row, 'code'),
    from: kindOf(text(row, 'from')),
    to: kindOf(text(row, 'to')),
    name: text(row, 'name'),
    inverseName: text(row, 'inverse'),
    symmetric: text(row, 'symmetric') !== '',
    targets: text(row, 'targets') === 'one' ? 'one' : 'many',
    sources: text(row, 'sources') === 'one' ? 'one' : 'many',
    sensitivity: sensitivityOf(row),
  }
}

function readProse(row: Row): Prose {
  return {
    english: text(row, 'english'),
    definition: text(row, 'definition'),
    standard: text(row, 'standard'),
    form: text(row, 'form'),
    words: severalIn(row, 'words'),
    maps: severalIn(row, 'maps'),
    subtypes: severalIn(row, 'for'),
  }
}

const severalIn = (row: Row, column: string): readonly string[] =>
  (row[column] ?? '').split('|').filter((word) => word !== '')

function text(row: Row, column: string): string {
  const value = row[column]
  if (value === undefined) throw new Error(`there is no column ${column}`)
  return value
}

function sensitivityOf(row: Row): Sensitivity {
  const said = text(row, 'sensitivity')
  const known = sensitivities.find((one) => one === said)
  if (!known) throw new Error(`no such sensitivity: ${said}`)
  return known
}

function kindOf(said: string): EntityKind {
  const known = entityKinds.find((one) => one === said)
  if (!known) throw new Error(`no such kind: ${said}`)
  return known
}
