/**
 * Puts the prose of the deployed knowledge system into the table, for the screens that show and edit it; run again after each deployment:
 *   TABLE_NAME=… npx tsx functions/knowledge/write-prose.ts
 */
import { pathToFileURL } from 'node:url'
import { bearerName, entityKinds } from '@zmht/shared/knowledge'
import { readKnowledgeSource } from '@zmht/shared/knowledge/command'
import { saveProse } from './prose.store'

export async function writeProse(): Promise<number> {
  const { tables, attributes, relations, lists } = readKnowledgeSource()
  const isKind = (of: string): boolean => entityKinds.some((kind) => kind === of)
  const entriesOf = (wanted: (of: string) => boolean) =>
    tables.attributes
      .filter(({ of }) => wanted(bearerName(of)))
      .flatMap(({ code }) => {
        const prose = attributes.get(code)
        return prose ? [{ code, ...prose }] : []
      })
  const parts = [
    ...entityKinds.map((kind) => ({ of: kind as string, entries: entriesOf((of) => of === kind) })),
    { of: 'relation', entries: entriesOf((of) => !isKind(of)) },
    { of: 'relations', entries: [...relations].map(([code, prose]) => ({ code, ...prose })) },
    {
      of: 'lists',
      entries: [...lists].map(([code, { standard, definition, source }]) => ({
        code,
        english: '',
        definition,
        standard,
        form: source,
        words: [],
        maps: [],
        subtypes: [],
      })),
    },
  ]
  for (const { of, entries } of parts) await saveProse(of, entries, tables.version)
  return parts.reduce((count, { entries }) => count + entries.length, 0)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(`已写入 ${await writeProse()} 条说明。`)
}
