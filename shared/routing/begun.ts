import { begunText } from './begun-text'
import type { Counts, SubjectCounts } from './counts'
import { subjectCodes } from './subjects'

/**
 * What every city begins with: counts from appeals that were invented for it. Beside `index.ts`, for whoever proposes: applications on phones have no need of it.
 * What a city learns is added to it.
 */
export const begun: Counts = Object.fromEntries(begunText.split('\n').flatMap(read))

function read(line: string): [string, SubjectCounts][] {
  const [subject, texts, ...pieces] = line.split(' ')
  if (subject === undefined || !subjectCodes.some((code) => code === subject)) return []
  const grams = pieces.map((piece): [string, number] => {
    const [, gram = piece, times = '1'] = /^(\D+)(\d+)$/.exec(piece) ?? []
    return [gram, Number(times)]
  })
  return [[subject, { texts: Number(texts), grams: Object.fromEntries(grams) }]]
}
