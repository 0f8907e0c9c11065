import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Dictionary, extractPlaces, levels, openDictionary, type PlaceId } from '@zmht/shared/geo'
import { type Duty, dutyCodes } from '@zmht/shared/permission'
import { maskOf, type PlaceCandidate, type PlaceSaid, type SubjectCode, subjectCodes } from '@zmht/shared/routing'
import { buildDictionary } from '../../functions/hierarchy/dictionary'
import { idOfDivision } from '../../functions/hierarchy/divisions'

/** A labelled appeal: invented, never copied. */
export interface Appeal {
  readonly text: string
  readonly subject: SubjectCode
  readonly duty: Duty
  /** 北京 or 大同, by the beginning of its codes. */
  readonly city: City
  /** The official code of the place it speaks of; absent where it names none. */
  readonly place?: string
}
export type City = '11' | '1402'

/** `# subject duty` begins a group; a line is the city, the place's code or `-`, and the text. */
export function readAppeals(file: string): readonly Appeal[] {
  const lines = readFileSync(join(dirname(fileURLToPath(import.meta.url)), file), 'utf8').split('\n')
  const appeals: Appeal[] = []
  let group: Pick<Appeal, 'subject' | 'duty'> | undefined
  for (const line of lines.filter((one) => one !== '')) {
    const [, named, held] = /^# (\S+) (\S+)$/.exec(line) ?? []
    const [, city, place, text] = /^(11|14) (\d+|-) (.+)$/.exec(line) ?? []
    if (named !== undefined) {
      const subject = subjectCodes.find((one) => one === named)
      const duty = dutyCodes.find((one) => one === held)
      if (subject === undefined || duty === undefined) throw new Error(`no such subject or duty: ${line}`)
      group = { subject, duty }
    } else if (group !== undefined && text !== undefined && place !== undefined) {
      const where = place === '-' ? {} : { place }
      appeals.push({ ...group, text, city: city === '11' ? '11' : '1402', ...where })
    } else throw new Error(`not understood: ${line}`)
  }
  return appeals
}

/** Seven of ten teach, by what the text is and nothing else. */
export const teaches = ({ text }: Appeal): boolean => (createHash('sha256').update(text).digest()[0] ?? 0) < 179

const titles: Readonly<Record<City, string>> = { '11': '北京市', '1402': '大同市' }

/** The published divisions of both cities, as each city's own dictionary holds them. */
export async function cityReaders(): Promise<Readonly<Record<City, CityReader>>> {
  const open = async (city: City) => {
    const dictionary = openDictionary(await buildDictionary({ title: titles[city], codes: [city] }))
    return { said: (text: string) => placesSaid(text, dictionary, idOfDivision(city)), at: locator(dictionary) }
  }
  return { '11': await open('11'), '1402': await open('1402') }
}

export interface CityReader {
  readonly said: (text: string) => readonly PlaceSaid[]
  /** A place by its official code. */
  readonly at: (code: string) => PlaceCandidate
}

function placesSaid(text: string, dictionary: Dictionary, context: PlaceId): readonly PlaceSaid[] {
  return extractPlaces(text, dictionary, { context, bare: true }).map(({ start, end, candidates }) => ({
    start,
    end,
    candidates: candidates.map(({ place, level, path }) => ({ place, level, lineage: path, name: path.at(-1) ?? '' })),
  }))
}

function locator(dictionary: Dictionary) {
  const byCode = new Map(Array.from(dictionary.codes, (code, at) => [code, at]))
  return (code: string): PlaceCandidate => {
    const found = byCode.get(Number(code.padEnd(12, '0')))
    if (found === undefined) throw new Error(`no place has the code ${code}`)
    const lineage: string[] = []
    for (let at: number | undefined = found; at !== undefined && at >= 0; at = dictionary.parents[at])
      lineage.unshift(dictionary.names[at] ?? '')
    const level = levels[dictionary.levels[found] ?? 0] ?? 'province'
    return { place: idOfDivision(code), level, lineage, name: lineage.at(-1) ?? '' }
  }
}

/** What of a text says nothing of its subject. */
export const maskedIn = maskOf
