import type { Open311Format } from '@zmht/shared/contract/foreign'
import { Problem } from '@zmht/shared/problems'
import type { ForeignAnswer } from '../../platform/endpoint/foreign'
import { log } from '../../platform/log'
import { written } from './written'

/**
 * A refusal as GeoReport v2 has it: 404 for what is not there, 403 for a key that is missing or wrong, 400 for all else. The body may say of it more
 * closely, and several things at once.
 */
export class Refused extends Error {
  constructor(
    readonly status: 400 | 403 | 404,
    readonly descriptions: readonly string[],
    /** The code in the body, where it is another than the status. */
    readonly code: number = status,
  ) {
    super(descriptions.join('; '))
  }
}

/** @param words for what is wrong with one field of a form. Absent: as it is told to people */
export function refusedFrom(
  error: unknown,
  words: (path: string, message: string) => string = (_, message) => message,
): Refused {
  if (error instanceof Refused) return error
  if (!(error instanceof Problem)) {
    log.error('call failed', error, { slice: 'channels' })
    return new Refused(400, ['服务暂时不可用，没有收下，请稍后再发'], 503)
  }
  const { status, detail, fields = [] } = error.document
  if (fields.length > 0)
    return new Refused(
      400,
      fields.map(({ path, message }) => words(path, message)),
    )
  if (status === 404) return new Refused(404, [detail])
  if (status === 401 || status === 403) return new Refused(403, [detail])
  return new Refused(400, [detail], status === 422 ? 400 : status)
}

export function writeRefusal(format: Open311Format, { status, code, descriptions }: Refused): ForeignAnswer {
  return written(
    format,
    status,
    'errors',
    descriptions.map((description) => ({ code, description })),
  )
}
