import type { PictureReply, RequestReply } from '@zmht/shared/contract'
import { isSeenByOthers, isVouchedFor, mayBeVouchedFor, whyForAuthor, whyForOfficial } from '@zmht/shared/rules'
import { contactOf } from '../../permissions/index'
import type { Actor } from '../../platform/endpoint/actor'
import { readFile } from '../../platform/files/file.store'
import { isPicture } from './check'
import { type PictureCheck, readCheck } from './check.store'

/** What is known of a picture. @returns undefined for what is none, or is not there */
export async function standingOf(fileId: string): Promise<PictureCheck | undefined> {
  const check = await readCheck(fileId)
  if (check !== undefined) return check
  const file = await readFile(fileId)
  if (file === undefined || !isPicture(file)) return undefined
  const of = (await contactOf(file.owner))?.kind === 'official' ? 'official' : 'resident'
  return { fileId, owner: file.owner, of, state: 'checking', asked: 0, at: file.at, version: 0 }
}

/** Of these files, those that somebody may see who neither put them there nor works on it. */
export async function seenByOthers(ids: readonly string[], reader: string): Promise<ReadonlySet<string>> {
  const seen = await Promise.all(
    ids.map(async (id) => {
      const picture = await standingOf(id)
      return picture === undefined || picture.owner === reader || isSeenByOthers(picture) ? [id] : []
    }),
  )
  return new Set(seen.flat())
}

export function showPicture(picture: PictureCheck, reader: Pick<Actor, 'kind'>, mayVouch: boolean): PictureReply {
  const { fileId, state, label, vouched } = picture
  const isVouched = isVouchedFor(picture)
  const forOfficial = reader.kind === 'official'
  return {
    id: fileId,
    state,
    why: forOfficial ? whyForOfficial(state, label) : whyForAuthor(state, label),
    shown: isSeenByOthers(picture),
    ...(isVouched && vouched !== undefined && forOfficial
      ? { vouched: { by: vouched.name, reason: vouched.reason, at: vouched.at } }
      : {}),
    mayVouch: mayVouch && mayBeVouchedFor(picture),
  }
}

/** What is not said of a picture: that it passed, and of an official's that it was not looked at. */
const isQuiet = (picture: PictureCheck): boolean =>
  picture.state === 'passed' || (picture.of === 'official' && isSeenByOthers(picture) && !isVouchedFor(picture))

/**
 * A request with what is known of its pictures. A resident is not shown what others put there until it passed; who works on it sees everything, marked.
 * @param mayVouch whether the reader may say that others may see one
 */
export async function withPictures(
  shown: RequestReply,
  reader: Actor,
  mayVouch: () => Promise<boolean>,
): Promise<RequestReply> {
  const named = [
    ...shown.steps.flatMap(({ files = [] }) => files),
    ...shown.answers.flatMap(({ items }) => items.flatMap(({ files = [] }) => files)),
  ]
  const ids = [...new Set(named.filter(({ kind }) => kind !== 'signature').map(({ id }) => id))]
  if (ids.length === 0) return shown
  const found = (await Promise.all(ids.map(standingOf))).filter((one) => one !== undefined)
  const hidden = new Set(
    reader.kind === 'official'
      ? []
      : found.filter((one) => one.owner !== reader.id && !isSeenByOthers(one)).map(({ fileId }) => fileId),
  )
  const told = found.filter((one) => !hidden.has(one.fileId) && !isQuiet(one))
  const may = told.some(mayBeVouchedFor) && (await mayVouch())
  const pictures = told.map((one) => showPicture(one, reader, may))
  return { ...(hidden.size === 0 ? shown : without(shown, hidden)), ...(pictures.length === 0 ? {} : { pictures }) }
}

function without(shown: RequestReply, hidden: ReadonlySet<string>): RequestReply {
  const left = <T extends { files?: { id: string; kind: 'photo' | 'file' | 'signature' }[] }>(one: T): T =>
    one.files === undefined ? one : { ...one, files: one.files.filter(({ id }) => !hidden.has(id)) }
  return {
    ...shown,
    steps: shown.steps.map(left),
    answers: shown.answers.map((part) => ({ ...part, items: part.items.map(left) })),
  }
}
