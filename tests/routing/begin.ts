import { type Counts, nothingLearnt, type SubjectCode, subjectCodes, teach } from '@zmht/shared/routing'
import { type Appeal, cityReaders, maskedIn, readAppeals, teaches } from './appeals'

/** The texts from which every city begins: those that teach, and those that were looked at while the table was made. */
export const beginning = (): readonly Appeal[] => [
  ...readAppeals('appeals.txt').filter(teaches),
  ...readAppeals('voices.txt'),
]

/** What they teach. */
export async function countsToBegin(): Promise<Counts> {
  const readers = await cityReaders()
  return beginning().reduce(
    (counts, { text, subject, city }) => teach(counts, text, subject, maskedIn(text, readers[city].said(text))),
    nothingLearnt,
  )
}

/** As it stands in `shared/routing/begun.ts`: a line for each subject, its texts, and its pieces with how often they were met. */
export function written(counts: Counts): string {
  const line = (code: SubjectCode): string[] => {
    const learnt = counts[code]
    if (learnt === undefined) return []
    const pieces = Object.entries(learnt.grams)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([gram, times]) => (times === 1 ? gram : `${gram}${times}`))
    return [`${code} ${learnt.texts} ${pieces.join(' ')}`]
  }
  return subjectCodes.flatMap(line).join('\n')
}
