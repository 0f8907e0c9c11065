import {
  type Form,
  type FormAnswers,
  filesNamed,
  filesPrefilled,
  type NamedFile,
  usedOnce,
} from '@zmht/shared/controls'
import type { Position } from '@zmht/shared/geo/coordinates'
import { metresBetween } from '@zmht/shared/geo/distance'
import { type Instant, type Knowledge, type Known, sensitivityOf } from '@zmht/shared/knowledge'
import { accessTo } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { knowledgeNow } from '../knowledge/index'
import { aroundTarget, positionNear, positionOf, type Surroundings } from '../ledgers/index'
import { auditLook } from '../platform/audit.store'
import { type KeptFile, readFile, readUse, type Taken } from '../platform/files/file.store'
import { filesToKeep } from '../platform/files/keep'
import type { TransactionPart } from '../platform/table/write'
import { answersAt, type Item, readItemSteps, subjectOfItem } from './item.store'
import type { LoadedItem } from './locate-item'
import { prefilled, type Reader } from './show-item'
import { formOfVersion } from './task.store'

export interface AnsweredWithFiles {
  readonly itemId: string
  readonly form: Form
  readonly answers: FormAnswers
  readonly around: Surroundings
  readonly actor: string
  /** Whether a file that is somebody else's may be named all the same. */
  readonly mayUse: (id: string) => Promise<boolean>
  readonly at: Instant
}

/** @returns the writes that keep the files an answer names, to be saved with its step. @throws Problem `invalid` at each answer with a wrong one */
export const filesOfAnswer = (
  knowledge: Knowledge,
  { itemId, around, ...answered }: AnsweredWithFiles,
): Promise<TransactionPart[]> =>
  filesToKeep({ ...answered, knowledge, subject: subjectOfItem(itemId), known: knownIn(around) })

const knownIn =
  ({ entities }: Surroundings) =>
  (id: string): Known | undefined =>
    entities[id]

/** What an official may name that is not their own: what an answer of this very item names, and what its form opened with. */
export const mayUseAt =
  (knowledge: Knowledge, { id, subject }: Item, form: Form, around: Surroundings, reader: Reader) =>
  async (fileId: string): Promise<boolean> =>
    (await readUse(fileId, subjectOfItem(id))) !== undefined ||
    filesPrefilled(await prefilled(knowledge, form, subject, around, reader)).has(fileId)

/**
 * A file as an official may look at it: their own; one that an answer of the item names, as far as they may see that answer; one the form
 * opened with. What is sensitive needs a purpose, and the look is recorded first.
 * @throws Problem `not-found`, `forbidden`, `purpose-needed`
 */
export async function lookAtFile(
  { item, task }: LoadedItem,
  fileId: string,
  reader: Reader,
  purpose: string | undefined,
): Promise<KeptFile> {
  const file = await readFile(fileId)
  if (file === undefined) throw new Problem('not-found')
  const { actor, fields, at } = reader
  if (file.owner === actor.id) return file
  const [knowledge, around] = await Promise.all([knowledgeNow(), aroundTarget(item.subject)])
  const found = await namedAt(knowledge, { item, task }, fileId, around, at)
  if (found === undefined) {
    const known = await prefilled(knowledge, task.content.form, item.subject, around, reader)
    if (!filesPrefilled(known).has(fileId)) throw new Problem('not-found')
    return file
  }
  const { attribute, sensitivity, person } = found
  if (accessTo(fields, attribute, sensitivity) !== 'full') throw new Problem('forbidden')
  if (sensitivity !== 'sensitive') return file
  if (purpose === undefined) throw new Problem('purpose-needed')
  const look = { actor: actor.id, action: 'task.work', subject: subjectOfItem(item.id), at, purpose } as const
  await auditLook({ ...look, attributes: [attribute], person })
  return file
}

/** What the answers of an item name a file for, as sensitively as by the most sensitive of them as it is now. */
async function namedAt(
  knowledge: Knowledge,
  { item, task }: LoadedItem,
  fileId: string,
  around: Surroundings,
  at: Instant,
): Promise<(NamedFile & { readonly person: string }) | undefined> {
  if ((await readUse(fileId, subjectOfItem(item.id))) === undefined) return undefined
  const steps = await readItemSteps(item.id)
  const named = await Promise.all(
    steps.map(async (step) => {
      const answers = await answersAt(step)
      const form = answers === undefined ? undefined : await formOfVersion(task, step.formVersion ?? 1)
      if (answers === undefined || form === undefined) return []
      return filesNamed(knowledge, form, answers, at, knownIn(around))
        .filter(({ id }) => id === fileId)
        .map((one) => ({ ...one, person: answers[one.subject]?.[one.index]?.entity ?? item.subject }))
    }),
  )
  const all = named.flat()
  const [most] = usedOnce(all)
  return most === undefined ? undefined : all.find((one) => one.id === most.id && one.sensitivity === most.sensitivity)
}

/** What is told of a photo as it was taken: when, how well the device knew where, and how far that is from what the item is about. */
export async function takenAt(item: Item, taken: Taken | undefined, reader: Reader) {
  if (taken === undefined) return undefined
  const { at, point } = taken
  if (point === undefined) return { at }
  const there = await positionOfItem(item, reader)
  const away = there === undefined ? undefined : metresBetween(there, [point.longitude, point.latitude])
  return { at, accuracy: Math.round(point.accuracy), ...(away === undefined ? {} : { away: Math.round(away) }) }
}

/** Where it stands by its own word, as far as the reader may see that; else the nearest place it hangs on. */
async function positionOfItem(item: Item, { fields, at }: Reader): Promise<Position | undefined> {
  const [knowledge, { entities }] = await Promise.all([knowledgeNow(), aroundTarget(item.subject)])
  const entity = entities[item.subject]
  for (const [code, { value }] of Object.entries(entity?.facts ?? {})) {
    const attribute = knowledge.attribute(code)
    if (entity === undefined || attribute?.value.type !== 'point') continue
    if (accessTo(fields, code, sensitivityOf(attribute, entity, at)) === 'full') return positionOf(value)
  }
  return positionNear(item.path)
}
