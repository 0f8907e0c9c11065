import { type Form, type FormAnswers, filesNamed, type NamedFile, usedOnce } from '@zmht/shared/controls'
import type { EntityId, Instant, Knowledge, Known } from '@zmht/shared/knowledge'
import { type FieldProblem, Problem } from '@zmht/shared/problems'
import type { TransactionPart } from '../table/write'
import { keepParts } from './file.store'
import { fileToKeep } from './files'

/** As many files as what is handed in at once may name: what is saved at once has an upper limit. */
export const mostFilesAtOnce = 40

/** Answers that may name files, and what these are used for. */
export interface HandedIn {
  /** `request/<id>`, `task-item/<id>` */
  readonly subject: string
  readonly knowledge: Knowledge
  readonly form: Form
  readonly answers: FormAnswers
  readonly actor: string
  readonly at: Instant
  /** Whether a file that is somebody else's may be named all the same: the form opened with it. */
  readonly mayUse: (id: string) => Promise<boolean>
  /** What is known of whom the answers are about. */
  readonly known?: (entity: EntityId) => Known | undefined
}

/**
 * @returns the writes that keep the files the answers name, to be saved with them; none where they name none
 * @throws Problem `invalid` for each answer whose file is not there, is not the actor's, has not arrived whole, or is of another kind
 */
export async function filesToKeep(handedIn: HandedIn): Promise<TransactionPart[]> {
  const { subject, knowledge, form, answers, actor, at, mayUse, known } = handedIn
  const named = filesNamed(knowledge, form, answers, at, known)
  const once = usedOnce(named)
  const [first] = named.slice(mostFilesAtOnce)
  if (first !== undefined && once.length > mostFilesAtOnce)
    throw new Problem('invalid', {
      fields: [asField(first, `一次最多放 ${mostFilesAtOnce} 个文件，请删去一些`)],
    })
  const asked = await Promise.all(
    named.map(async (one) => ({ one, found: await fileToKeep(one.id, one.of, { actor, at, mayUse }) })),
  )
  const wrong = asked.flatMap(({ one, found }) => ('refused' in found ? [asField(one, found.refused)] : []))
  if (wrong.length > 0) throw new Problem('invalid', { fields: wrong })
  return once.flatMap(({ id, attribute, sensitivity }) => {
    const found = asked.find(({ one }) => one.id === id)?.found
    if (found === undefined || 'refused' in found) return []
    return keepParts(found, { fileId: id, subject, attribute, sensitivity, at })
  })
}

const asField = ({ subject, index, control }: NamedFile, message: string): FieldProblem => ({
  path: ['body', 'answers', subject, String(index), 'values', control].join('.'),
  message,
})

/** A file was removed in the very moment in which what names it was saved: neither is there. */
export const fileGone = (): Problem =>
  new Problem('invalid', { detail: '有照片或文件刚刚被移除，请重新添加后再提交，其他填写的内容都还在。' })
