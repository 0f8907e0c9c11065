import { mintCommunityEntryId, mintJobId, mintNoticeId, mintTaskId } from '@zmht/shared/contract'
import { aNotice } from '../notices'
import type { Escape, Scene } from './scene'

/** Of what communities tell their residents. */
export const noticesEscapes = ({ notice, outside, world }: Scene): readonly Escape[] => {
  const { draft, waiting, out, list } = notice
  const at = ({ id, edition }: typeof out, more: object = {}) => ({
    params: { noticeId: id },
    body: { edition, ...more },
  })
  const beside = aNotice([world.places.north, world.places.west])
  const text = { note: '更正', body: { title: '停水', text: '改期', files: [] } }
  return [
    [
      'channels.saveNotice',
      'a notice to a place beside, too',
      'worker',
      () => ({ params: { noticeId: mintNoticeId() }, body: { edition: 0, content: beside } }),
      outside,
    ],
    [
      'channels.saveNotice',
      'a draft of a neighbour',
      'neighbourWorker',
      () => at(draft, { content: aNotice([world.places.west]) }),
      outside,
    ],
    [
      'channels.fenceReach',
      'numbers of a place beside, too',
      'worker',
      () => ({ params: {}, body: { fence: beside.fence, urgency: 'routine' } }),
      outside,
    ],
    ['channels.publishNotice', 'a draft of a neighbour', 'neighbourWorker', () => at(draft), outside],
    [
      'channels.judgeNotice',
      'what waits, by who may not approve it',
      'worker',
      () => at(waiting, { verdict: 'approve' }),
      '403 forbidden',
    ],
    ['channels.callOffNotice', 'what a neighbour handed in', 'neighbourWorker', () => at(waiting), outside],
    ['channels.correctNotice', 'a notice of a neighbour', 'neighbourWorker', () => at(out, text), outside],
    [
      'channels.withdrawNotice',
      'a notice of a neighbour',
      'neighbourWorker',
      () => at(out, { reason: '取消了' }),
      outside,
    ],
    [
      'channels.saveCommunityEntry',
      'an entry of a neighbour’s page',
      'neighbourWorker',
      () => ({
        params: { placeId: world.places.north, entryId: mintCommunityEntryId() },
        body: { edition: 0, content: { kind: 'phone', title: '物业', phone: '010-64700000', photos: [] } },
      }),
      outside,
    ],
    [
      'channels.withdrawCommunityEntry',
      'what a neighbour’s page says of its desk',
      'neighbourWorker',
      () => ({ params: { placeId: world.places.north, entryId: 'about' }, body: { edition: 1, withdrawn: true } }),
      outside,
    ],
    [
      'channels.orderCommunityPage',
      'the order of a neighbour’s page',
      'neighbourWorker',
      () => ({ params: { placeId: world.places.north }, body: { order: [] } }),
      outside,
    ],
    [
      'channels.listUnread',
      'who has not read a neighbour’s notice',
      'neighbourWorker',
      () => ({ params: { noticeId: out.id, jobId: mintJobId() } }),
      outside,
    ],
    [
      'channels.resendNotice',
      'messages to a neighbour’s residents',
      'neighbourWorker',
      () => ({ params: { noticeId: out.id, jobId: mintJobId() }, body: { unread: list } }),
      outside,
    ],
    [
      'channels.visitUnread',
      'visits to a neighbour’s residents',
      'neighbourWorker',
      () => ({
        params: { noticeId: out.id, taskId: mintTaskId() },
        body: { unread: list, place: world.places.north, due: '2099-12-31' },
      }),
      outside,
    ],
  ]
}
