import { now } from '../../platform/clock'
import { type Deed, dueNow, expired, type Notice } from './domain/notice'
import { readNotice } from './notice.store'
import { removeOffers } from './offer.store'
import { offersOf, saveChange } from './publish'

const bySystem = (): Deed => ({ id: 'system', name: '系统', at: now() })

/** Changes a notice as long as somebody else does meanwhile. Told again it finds nothing to change. */
async function change(id: string, decide: (notice: Notice) => Notice | undefined): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const seen = await readNotice(id)
    const next = seen === undefined ? undefined : decide(seen)
    if (seen === undefined || next === undefined) return
    if ((await saveChange(next, seen)) === 'saved') return
  }
  throw new Error('the notice is contended: the message comes again')
}

/** The time of a planned notice has come. One that was taken back is no longer planned. */
export const publishDue = (id: string): Promise<void> => change(id, (notice) => dueNow(notice, bySystem()))

/** A notice is over: it leaves the lists of its places. What was withdrawn does, too: it was shown to those who had read it until now. */
export async function expireDue(id: string): Promise<void> {
  await change(id, (notice) => {
    if (notice.expires > now()) return undefined
    return notice.state === 'published' ? expired(notice, bySystem()) : undefined
  })
  await dropWithdrawn(id)
}

async function dropWithdrawn(id: string): Promise<void> {
  const notice = await readNotice(id)
  if (notice?.state !== 'withdrawn' || notice.expires > now()) return
  await removeOffers(await offersOf(notice))
}
