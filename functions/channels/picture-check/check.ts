import {
  afterSilence,
  afterVerdict,
  isPictureForCheck,
  mostBytesForCheck,
  type PictureState,
  type PictureVerdict,
  verdictMillis,
} from '@zmht/shared/rules'
import { contactOf } from '../../permissions/index'
import { later, now } from '../../platform/clock'
import { dueAt } from '../../platform/due.store'
import { readAddress } from '../../platform/files/bucket'
import { type KeptFile, readFile, usesOf } from '../../platform/files/file.store'
import { log } from '../../platform/log'
import { askMediaCheck, type MediaAsked } from '../../platform/outside/wechat'
import type { TransactionPart } from '../../platform/table/write'
import { requestOfSubject } from '../files'
import { askedPart, type PictureCheck, readCheck, saveCheck } from './check.store'

/** The kind of a due item at which a verdict should have come; its subject is the file and how often WeChat was asked. */
export const pictureDue = 'picture-check'

/** WeChat may load a picture so long: as long as it may take, and a little. */
const addressSeconds = verdictMillis / 1000 + 5 * 60

/** Others write it in the same moment at most so often. */
const attempts = 10

/** What WeChat looks at: a photo, or a picture sent as a paper; a signature is shown to nobody else. */
export const isPicture = ({ kind, type }: Pick<KeptFile, 'kind' | 'type'>): boolean =>
  kind !== 'signature' && type.startsWith('image/')

/** A picture that was kept is looked at. Told again, or used again, it has been. */
export async function pictureKept(fileId: string): Promise<void> {
  const file = await readFile(fileId)
  if (file === undefined || file.state !== 'kept' || !isPicture(file)) return
  const check = await readCheck(fileId)
  if (check !== undefined) {
    // Somebody vouched for it before it was asked about.
    if (check.asked === 0 && check.state === 'checking') await ask(file, check)
    return
  }
  const [owner, uses] = await Promise.all([contactOf(file.owner), usesOf(fileId)])
  const request = uses.map(({ subject }) => requestOfSubject(subject)).find((one) => one !== undefined)
  await ask(file, {
    fileId,
    owner: file.owner,
    // What another system hands in is a resident's word.
    of: owner?.kind === 'official' ? 'official' : 'resident',
    state: 'checking',
    asked: 0,
    ...(request === undefined ? {} : { request }),
    at: now(),
    version: 0,
  })
}

/** Nothing came in time: WeChat is asked again, a few times, and then it is left to a person. Answered or asked meanwhile, there is nothing to do. */
export async function pictureSilent(subject: string): Promise<void> {
  const [fileId = '', asked = ''] = subject.split('/')
  const [check, file] = await Promise.all([readCheck(fileId), readFile(fileId)])
  if (check === undefined || file === undefined || check.state !== 'checking' || check.asked !== Number(asked)) return
  if (afterSilence(check.asked) === 'ask-again') return ask(file, check)
  await change(fileId, (current) =>
    current.state === 'checking' && current.asked === check.asked ? 'unchecked' : current.state,
  )
}

/** Both halves of a question are there: what was found holds. */
export async function pictureFound(fileId: string, verdict: PictureVerdict, label: number): Promise<void> {
  await change(fileId, (current) => afterVerdict(current.state, verdict), label)
}

async function change(fileId: string, decide: (check: PictureCheck) => PictureState, label?: number): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const check = await readCheck(fileId)
    if (check === undefined) throw new Error(`${fileId} has no check yet`)
    const state = decide(check)
    if (state === check.state) return
    const next = { ...check, state, at: now(), version: check.version + 1 }
    if (await saveCheck(label === undefined ? next : { ...next, label })) return
  }
  throw new Error(`the check of ${fileId} was changed by others again and again`)
}

/** Asks WeChat, and saves that in one write with the trace and the time at which an answer is due. */
async function ask(file: KeptFile, check: PictureCheck): Promise<void> {
  const outcome = await question(file)
  const at = now()
  let current = check
  for (let attempt = 0; attempt < attempts; attempt++) {
    const asked = outcome === 'cannot' ? current.asked : current.asked + 1
    const next: PictureCheck = {
      ...current,
      asked,
      state: outcome === 'cannot' && current.state === 'checking' ? 'unchecked' : current.state,
      at: current.version === 0 ? at : current.at,
      version: current.version + 1,
    }
    const due = { slice: 'channels', kind: pictureDue, subject: `${file.id}/${asked}` }
    const beside: TransactionPart[] = [
      ...(typeof outcome === 'string' ? [] : [askedPart(outcome.trace, file.id, at)]),
      ...(next.state === 'checking' ? [{ put: dueAt(later(at, verdictMillis), due) }] : []),
    ]
    if (await saveCheck(next, beside)) return
    const seen = await readCheck(file.id)
    // Asked by another call in the same moment: that one's answer is waited for.
    if (seen === undefined || seen.asked > current.asked) return
    current = seen
  }
  throw new Error(`the check of ${file.id} was changed by others again and again`)
}

/** `cannot`: there is no account of WeChat to ask it by, or WeChat reads no such picture. */
async function question({ id, owner, type, bytes }: KeptFile): Promise<MediaAsked | 'cannot'> {
  const contact = await contactOf(owner)
  if (contact?.openId === undefined || !isPictureForCheck(type) || bytes > mostBytesForCheck) return 'cannot'
  const app = contact.kind === 'official' ? 'gov' : 'resident'
  try {
    const url = await readAddress(id, { name: id, type }, addressSeconds)
    return await askMediaCheck(app, contact.openId, url)
  } catch (failure) {
    log.warn('a picture could not be checked', { id, why: failure instanceof Error ? failure.name : 'unknown' })
    return 'later'
  }
}
