import { knowledgeNow } from '../knowledge/index'
import { readVersion } from './channel.store'
import { freeTextOf } from './free-text'
import { answersOf, type Request } from './request.store'

/** What the author of a request wrote in their own words. */
export async function textOf(request: Request): Promise<string> {
  const form = (await readVersion(request.channelId, request.version))?.form
  return form === undefined ? '' : freeTextOf(await knowledgeNow(), form, await answersOf(request), request.submittedAt)
}
