import type { CommunityContent } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import type { Instant } from '@zmht/shared/knowledge'
import type { CommunityState } from '@zmht/shared/rules'
import { later, now } from '../../platform/clock'
import { saveDue } from '../../platform/due.store'
import { againMillis, verdictOnWords } from '../official-words'
import { judge } from './board'
import { changeBoard, readBoard, readCommunityText } from './board.store'

/** The kind of a due item that asks WeChat once more; its subject is the place, the entry and the edition. */
export const communityCheckDue = 'community-check'

const verdictOn = ({ title, text = '', where = '' }: CommunityContent, author: string): Promise<CommunityState> =>
  verdictOnWords([title, where, text], author)

const askAgain = (place: PlaceId, id: string, edition: number, at: Instant): Promise<void> =>
  saveDue(later(at, againMillis), {
    slice: 'channels',
    kind: communityCheckDue,
    subject: `${place}/${id}/${edition}`,
  })

/** @returns what becomes of an edition about to be saved; where WeChat cannot say it now, it is asked again later */
export async function checkBefore(
  place: PlaceId,
  id: string,
  edition: number,
  content: CommunityContent,
  author: string,
): Promise<CommunityState> {
  const state = await verdictOn(content, author)
  if (state === 'waiting') await askAgain(place, id, edition, now())
  return state
}

/** An edition whose check was put off. Written anew or judged meanwhile, there is nothing to do. */
export async function checkAgain(subject: string): Promise<void> {
  const [place = '', id = '', said = ''] = subject.split('/')
  if (!isPlaceId(place)) return
  const edition = Number(said)
  const entry = (await readBoard(place)).entries.find((one) => one.id === id)
  if (entry === undefined || entry.state !== 'waiting' || entry.latest.edition !== edition) return
  const content = await readCommunityText(place, id, edition)
  if (content === undefined) return
  const state = await verdictOn(content, entry.by.id)
  if (state === 'waiting') return askAgain(place, id, edition, now())
  await changeBoard(place, (board) => judge(board, id, edition, state === 'shown'))
}
