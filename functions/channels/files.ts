import type { Form, FormAnswers } from '@zmht/shared/controls'
import type { Instant, Knowledge } from '@zmht/shared/knowledge'
import { type FieldProblem, Problem } from '@zmht/shared/problems'
import { keepParts } from '../platform/files/file.store'
import { fileToKeep } from '../platform/files/files'
import type { TransactionPart } from '../platform/table/write'
import { filesNamed, type NamedFile, usedOnce } from './domain/answers'

/** As many files as one request may name: what is saved at once has an upper limit. */
export const mostFilesOfRequest = 40

/** What a request's files are asked for. */
interface Submission {
  readonly id: string
  readonly knowledge: Knowledge
  readonly form: Form
  readonly answers: FormAnswers
  readonly actor: string
  readonly at: Instant
  /** Whether a file that is somebody else's is one the form itself opened with. */
  readonly isPrefilled: (id: string) => Promise<boolean>
}

/**
 * @returns the writes that keep the files a submission names, to be saved with it; none when it names none
 * @throws Problem `invalid` for each answer whose file is not there, is not the submitter's, has not arrived whole, or is of another kind
 */
export async function filesToKeep(submission: Submission): Promise<TransactionPart[]> {
  const { knowledge, form, answers, actor, at, isPrefilled } = submission
  const named = filesNamed(knowledge, form, answers, at)
  const once = usedOnce(named)
  const [first] = named.slice(mostFilesOfRequest)
  if (first !== undefined && once.length > mostFilesOfRequest)
    throw new Problem('invalid', {
      fields: [asField(first, `一份申请最多放 ${mostFilesOfRequest} 个文件，请删去一些`)],
    })
  const asked = await Promise.all(
    named.map(async (one) => ({ one, found: await fileToKeep(one.id, one.of, { actor, at, mayUse: isPrefilled }) })),
  )
  const wrong = asked.flatMap(({ one, found }) => ('refused' in found ? [asField(one, found.refused)] : []))
  if (wrong.length > 0) throw new Problem('invalid', { fields: wrong })
  const subject = subjectOfRequest(submission.id)
  return once.flatMap(({ id, attribute, sensitivity }) => {
    const found = asked.find(({ one }) => one.id === id)?.found
    if (found === undefined || 'refused' in found) return []
    return keepParts(found, { fileId: id, subject, attribute, sensitivity, at })
  })
}

export const subjectOfRequest = (id: string): string => `request/${id}`

const asField = ({ subject, index, control }: NamedFile, message: string): FieldProblem => ({
  path: ['body', 'answers', subject, String(index), 'values', control].join('.'),
  message,
})
