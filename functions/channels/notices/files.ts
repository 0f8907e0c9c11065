import type { NoticeBody } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import type { Actor } from '../../platform/endpoint/actor'
import type { TransactionPart } from '../../platform/table/write'
import { keepShown, openShown } from '../shown-files'

/** What a file that a notice shows is used for. */
const subjectOf = (noticeId: string): string => `notice/${noticeId}`

/**
 * @returns the writes that keep the files of a notice, to be saved with it
 * @throws Problem `invalid` for each that is not there, not the actor's own or this notice's, or has not arrived whole
 */
export const filesOfNotice = (
  noticeId: string,
  files: NoticeBody['files'],
  actor: string,
  at: Instant,
): Promise<readonly TransactionPart[]> => keepShown(subjectOf(noticeId), files, 'body.content.files', actor, at)

/** Where a file of a notice can be read. @throws Problem `not-found` where the notice shows no such file */
export const fileOfNotice = (noticeId: string, files: NoticeBody['files'], fileId: string, reader: Actor) =>
  openShown(
    subjectOf(noticeId),
    files.map(({ id }) => id),
    fileId,
    reader,
  )
