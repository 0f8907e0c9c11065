import { mintLedgerId } from '@zmht/shared/contract'
import { idCheckCharacter } from '@zmht/shared/knowledge/identifiers'
import { ledgerTemplates } from '@zmht/shared/templates/ledgers'
import { openSheet, writeSheet } from '../functions/ledgers/sheets/workbook/index'
import { forgetEverything } from '../functions/platform/cache'
import { now } from '../functions/platform/clock'
import type { World } from './world'

/** A ledger of residents in the two neighbouring communities, of the first one's organisation. @returns its id */
export async function aLedger({ places: { north, west } }: Pick<World, 'places'>): Promise<string> {
  const { saveLedger } = await import('../functions/ledgers/ledger.store')
  const template = ledgerTemplates.find(({ id: one }) => one === 'residents')
  if (template === undefined) throw new Error('there is no template of residents')
  const { id: _, ...content } = template
  const id = mintLedgerId()
  const ledger = {
    id,
    organisationId: `o${north}`,
    content,
    measures: [],
    within: [...new Set([north, west])],
    edition: 1,
    ended: false,
    at: now(),
    by: 'test',
  }
  if (!(await saveLedger(ledger, undefined))) throw new Error('the ledger was not saved')
  forgetEverything()
  return id
}

/** An identity number that nobody has: of a district, a day and a number, with its check character. */
export function idNumber(number: number): string {
  const seventeen = `110105${1950 + (number % 50)}0101${String(number % 1000).padStart(3, '0')}`
  return seventeen + idCheckCharacter(seventeen)
}

async function* each(rows: readonly (readonly string[])[]) {
  yield* rows
}

/** A workbook, with a title above its headings where one is given. */
export const sheetOf = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  title?: string,
): Promise<Buffer> =>
  title === undefined
    ? writeSheet({ name: '居民', headings, rows: each(rows) })
    : writeSheet({ name: '居民', headings: [title], rows: each([headings, ...rows]) })

/** All cells of a workbook that lies at an address. */
export async function bookFrom(url: string): Promise<(readonly string[])[]> {
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
  const opened = await openSheet(bytes, { fillDown: false })
  const rows: (readonly string[])[] = []
  for await (const batch of opened.rows) rows.push(...batch.map(({ cells }) => cells))
  return rows
}
