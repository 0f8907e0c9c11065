/**
 * `npm run -s knowledge -- stats` counts by kind, `-- tables` writes `machine.ts`, `words.ts` and `headings.ts` from `data/`, `-- check` says
 * whether they are current, `-- similar` lists attributes that could mean the same.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { similarPairs } from './similar'
import { type KnowledgeSource, readSource } from './source'
import { bearerName } from './system'
import { encodeTables, type MachineTable } from './tables'
import { entityKinds } from './types'
import { baseVersion } from './version'

const here = dirname(fileURLToPath(import.meta.url))

export function readDataFiles(): Record<string, string> {
  const folder = join(here, 'data')
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => [name.slice(0, -'.csv'.length), readFileSync(join(folder, name), 'utf8')]),
  )
}

export const readKnowledgeSource = (): KnowledgeSource => readSource(baseVersion, readDataFiles())

const generated = '// Written by `npm run knowledge -- tables` from data/; change those.\n'
const block = (text: string): string =>
  `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``

function machineModule(machine: MachineTable): string {
  const attributes = Object.entries(machine.attributes).map(
    ([bearer, text]) => `    ${/^[a-z]+$/.test(bearer) ? bearer : `'${bearer}'`}: ${block(text)},\n`,
  )
  return (
    `${generated}import type { MachineTable } from './tables'\n\nexport const machine: MachineTable = {\n  version: '${machine.version}',\n` +
    `  attributes: {\n${attributes.join('')}  },\n  relationTypes: ${block(machine.relationTypes)},\n` +
    `  codeLists: ${block(machine.codeLists)},\n}\n`
  )
}

/** A line each: code, subtypes it makes sense for, English name, other words. */
function wordsModule(source: KnowledgeSource): string {
  const line = (
    code: string,
    { english, words, subtypes }: { english: string; words: readonly string[]; subtypes: readonly string[] },
  ) => [code, subtypes.join(' '), english, ...words].join('\t')
  const lines = (prose: KnowledgeSource['attributes']) => [...prose].map(([code, one]) => line(code, one)).join('\n')
  return (
    `${generated}\n/** What else people call it: for finding attributes and relations by meaning. */\n` +
    `export const attributeWords = ${block(lines(source.attributes))}\n\n` +
    `export const relationWords = ${block(lines(source.relations))}\n\n` +
    `/** Classes inside the kinds: code, kind, name. */\n` +
    `export const subtypeNames = ${block([...source.subtypes.values()].map(({ code, kind, name }) => [code, kind, name].join('\t')).join('\n'))}\n`
  )
}

function headingsModule(source: KnowledgeSource): string {
  const lines = [...source.headings].map(([code, headings]) => `${code}\t${headings.join('|')}`)
  return `${generated}\n/** What columns of sheets are headed, by attribute or relation: code, headings between bars. Only for reading sheets. */\nexport const headingWords = ${block(lines.join('\n'))}\n`
}

/** The text of the generated modules, by file name. */
export function generatedModules(source: KnowledgeSource): Readonly<Record<string, string>> {
  return {
    'machine.ts': machineModule(encodeTables(source.tables)),
    'words.ts': wordsModule(source),
    'headings.ts': headingsModule(source),
  }
}

function stats(source: KnowledgeSource): object {
  const { attributes, relationTypes, codeLists } = source.tables
  const within = relationTypes.filter(({ from, to }) => from === to).length
  return {
    version: source.tables.version,
    kinds: entityKinds.length,
    relationsWithinAKind: within,
    relationsAcrossKinds: relationTypes.length - within,
    attributes: attributes.length,
    attributesByKind: Object.fromEntries([
      ...entityKinds.map((kind) => [kind, attributes.filter(({ of }) => of === kind).length]),
      ['relation', attributes.filter(({ of }) => typeof of !== 'string').length],
    ]),
    relationsWithAttributes: new Set(
      attributes.filter(({ of }) => typeof of !== 'string').map(({ of }) => bearerName(of)),
    ).size,
    subtypes: source.subtypes.size,
    codeLists: codeLists.length,
    codes: codeLists.reduce((count, { items }) => count + items.length, 0),
    /** As the module functions and mini-programs carry. */
    machineTableBytes: Buffer.byteLength(machineModule(encodeTables(source.tables))),
  }
}

function sayPair(source: KnowledgeSource, ...codes: readonly string[]): string {
  const nameOf = new Map(source.tables.attributes.map(({ code, name }) => [code, name]))
  return codes.map((code) => `${code} ${nameOf.get(code)}：${source.attributes.get(code)?.definition}`).join(' | ')
}

function main(command: string | undefined): number {
  const source = readKnowledgeSource()
  switch (command) {
    case 'stats':
      console.log(JSON.stringify(stats(source), null, 2))
      return 0
    case 'tables':
      for (const [name, text] of Object.entries(generatedModules(source))) writeFileSync(join(here, name), text)
      return 0
    case 'check': {
      const stale = Object.entries(generatedModules(source)).filter(
        ([name, text]) => readFileSync(join(here, name), 'utf8') !== text,
      )
      for (const [name] of stale) console.error(`shared/knowledge/${name} is not current: npm run knowledge -- tables`)
      return stale.length === 0 ? 0 : 1
    }
    case 'similar':
      for (const { one, other, score } of similarPairs(source, 0.3))
        console.log(`${score.toFixed(2)} ${sayPair(source, one, other)}`)
      return 0
    default:
      console.error('knowledge -- stats | tables | check | similar')
      return 2
  }
}

if (process.argv[1] !== undefined && import.meta.url === `file://${process.argv[1]}`)
  process.exitCode = main(process.argv[2])
