import type { KnowledgeTables } from './system'
import {
  type Attribute,
  type AttributeCode,
  type Bearer,
  type CodeItem,
  type CodeList,
  type EntityKind,
  entityKinds,
  type KnowledgeVersion,
  type RelationType,
  type Sensitivity,
  sensitivities,
} from './types'
import { readValueType, writeValueType } from './value-type'

/**
 * The knowledge system as text that is small to carry: what functions and mini-programs bundle. A line each, fields between tabs,
 * empty ones at the end left out. Written from `data/` by the command `knowledge -- tables`.
 */
export interface MachineTable {
  readonly version: KnowledgeVersion
  /** By bearer (`person`, `resides-at`): property, name, value type (`*` behind it: many), sensitivity, fresh days, flags. */
  readonly attributes: Readonly<Record<string, string>>
  /** Code, from, to, name, inverse name, sensitivity, `symmetric` `one` (target) `sole` (source). */
  readonly relationTypes: string
  /** Id, name, items between bars: `code name`, or the name alone where the code is its position, from 1. */
  readonly codeLists: string
}

const tab = '\t'
const linesOf = (text: string): string[][] => (text === '' ? [] : text.split('\n').map((line) => line.split(tab)))

/** Sensitivities by their first letter. */
const letterOf = (sensitivity: Sensitivity): string => sensitivity.charAt(0)
const sensitivityOfLetter = new Map(sensitivities.map((one) => [letterOf(one), one]))

function broken(what: string): never {
  throw new Error(`the knowledge tables are broken: ${what}`)
}

/** @throws Error when the table is not one that `encodeTables` wrote */
export function decodeTables(machine: MachineTable): KnowledgeTables {
  const codeLists = linesOf(machine.codeLists).map(
    ([id = '', name = '', items = '']): CodeList => ({
      id,
      name,
      items: items.split('|').map(readItem),
    }),
  )
  const lists = new Map(codeLists.map((one) => [one.id, one.items]))
  return {
    version: machine.version,
    upgrades: [],
    codeLists,
    relationTypes: linesOf(machine.relationTypes).map(readRelation),
    attributes: Object.entries(machine.attributes).flatMap(([bearer, text]) =>
      linesOf(text).map((fields) => readAttribute(bearer, fields, (id) => lists.get(id))),
    ),
  }
}

function readItem(row: string, position: number): CodeItem {
  const gap = row.indexOf(' ')
  return gap < 0 ? { code: String(position + 1), name: row } : { code: row.slice(0, gap), name: row.slice(gap + 1) }
}

function writeItem({ code, name }: CodeItem, position: number): string {
  return code === String(position + 1) && !name.includes(' ') ? name : `${code} ${name}`
}

function readKind(text: string): EntityKind {
  return entityKinds.find((one) => one === text) ?? broken(text)
}

/** @returns whom the attributes of a bearer's name are said of */
export function bearerOf(name: string): Bearer {
  return entityKinds.find((one) => one === name) ?? { relation: name }
}

function readRelation(fields: readonly string[]): RelationType {
  const [code = '', from = '', to = '', name = '', inverse = '', sensitivity = '', flags = ''] = fields
  const symmetric = flags.includes('symmetric')
  return {
    code,
    from: readKind(from),
    to: readKind(to),
    name,
    inverseName: inverse === '' ? name : inverse,
    symmetric,
    targets: flags.includes('one') ? 'one' : 'many',
    sources: flags.includes('sole') ? 'one' : 'many',
    sensitivity: sensitivityOfLetter.get(sensitivity) ?? broken(code),
  }
}

function readAttribute(
  bearer: string,
  fields: readonly string[],
  list: (id: string) => readonly CodeItem[] | undefined,
): Attribute {
  const [property = '', name = '', type = '', sensitivity = '', fresh = '', flags = ''] = fields
  const code = `${bearer}.${property}`
  const many = type.endsWith('*')
  const origin = /derived:(\S+)/.exec(flags)?.[1]
  return {
    code,
    of: bearerOf(bearer),
    name,
    value: readValueType(many ? type.slice(0, -1) : type, list) ?? broken(code),
    many,
    sensitivity: sensitivityOfLetter.get(sensitivity) ?? broken(code),
    ...(fresh === '' ? {} : { freshDays: Number(fresh) }),
    ...(flags.split(' ').includes('key') ? { naturalKey: true } : {}),
    ...(flags.split(' ').includes('record') ? { record: true } : {}),
    ...(origin === undefined ? {} : { derivedFrom: `${bearer}.${origin}` }),
  }
}

/** @returns the tables as the text `decodeTables` reads */
export function encodeTables(tables: KnowledgeTables): MachineTable {
  const byBearer = new Map<string, string[]>()
  for (const one of tables.attributes) {
    const [bearer, property] = splitCode(one.code)
    byBearer.set(bearer, [...(byBearer.get(bearer) ?? []), attributeLine(one, property)])
  }
  return {
    version: tables.version,
    attributes: Object.fromEntries([...byBearer].map(([bearer, lines]) => [bearer, lines.join('\n')])),
    relationTypes: tables.relationTypes.map(relationLine).join('\n'),
    codeLists: tables.codeLists
      .map(({ id, name, items }) => line([id, name, items.map(writeItem).join('|')]))
      .join('\n'),
  }
}

/** `resides-at.since` → `resides-at`, `since`. */
export function splitCode(code: AttributeCode): readonly [string, string] {
  const dot = code.indexOf('.')
  return [code.slice(0, dot), code.slice(dot + 1)]
}

function attributeLine(one: Attribute, property: string): string {
  const origin = one.derivedFrom === undefined ? undefined : `derived:${splitCode(one.derivedFrom)[1]}`
  const flags = [
    one.naturalKey === true ? 'key' : undefined,
    one.record === true ? 'record' : undefined,
    origin,
  ].filter((flag) => flag !== undefined)
  return line([
    property,
    one.name,
    writeValueType(one.value) + (one.many ? '*' : ''),
    letterOf(one.sensitivity),
    one.freshDays === undefined ? '' : String(one.freshDays),
    flags.join(' '),
  ])
}

function relationLine(one: RelationType): string {
  const flags = [
    ...(one.symmetric ? ['symmetric'] : []),
    ...(one.targets === 'one' ? ['one'] : []),
    ...(one.sources === 'one' ? ['sole'] : []),
  ]
  const inverse = one.inverseName === one.name ? '' : one.inverseName
  return line([one.code, one.from, one.to, one.name, inverse, letterOf(one.sensitivity), flags.join(' ')])
}

function line(fields: readonly string[]): string {
  if (fields.some((field) => /[\t\n]/.test(field))) broken(fields.join(' '))
  return fields.join(tab).replace(/\t+$/, '')
}
