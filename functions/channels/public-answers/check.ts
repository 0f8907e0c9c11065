import type { Instant } from '@zmht/shared/knowledge'
import { later, now } from '../../platform/clock'
import { saveDue } from '../../platform/due.store'
import { againMillis, verdictOnWords } from '../official-words'
import { type PublicAnswer, readPublicAnswer, savePublicAnswer } from './answer.store'

/** The kind of a due item that asks WeChat once more; its subject is the request and the edition. */
export const publicAnswerDue = 'public-answer'

export const askAgainLater = ({ requestId, edition }: PublicAnswer, at: Instant): Promise<void> =>
  saveDue(later(at, againMillis), { slice: 'channels', kind: publicAnswerDue, subject: `${requestId}/${edition}` })

/** An answer whose check was put off. Written anew or withdrawn meanwhile, there is nothing to do. */
export async function checkAnswerAgain(subject: string): Promise<void> {
  const [requestId = '', edition = ''] = subject.split('/')
  const found = await readPublicAnswer(requestId)
  if (found === undefined || found.state !== 'waiting' || found.withdrawn === true) return
  if (found.edition !== Number(edition)) return
  const state = await verdictOnWords([found.question, found.answer], found.by)
  if (state === 'waiting') return askAgainLater(found, now())
  await savePublicAnswer({ ...found, state, edition: found.edition + 1, at: now() })
}
