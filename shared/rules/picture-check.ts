/**
 * What is known of a picture. `checking`: WeChat was asked and has not answered; `unchecked`: it could not say, which is left to a person;
 * `review`: it wants a person to look; `risky`: it found something.
 */
export const pictureStates = ['checking', 'unchecked', 'passed', 'review', 'risky'] as const
export type PictureState = (typeof pictureStates)[number]

/** Who answers for a picture: a resident's is shown to others once it passed, an official's unless something was found. */
export const pictureOwners = ['resident', 'official'] as const
export type PictureOwner = (typeof pictureOwners)[number]

export type PictureVerdict = 'pass' | 'review' | 'risky'

/** Somebody who works on what it was put with says that others may see it. It holds for what was known then. */
export interface Vouched {
  readonly of: PictureState
}

export interface PictureStanding {
  readonly state: PictureState
  readonly of: PictureOwner
  readonly vouched?: Vouched
}

export const isVouchedFor = ({ state, vouched }: Pick<PictureStanding, 'state' | 'vouched'>): boolean =>
  vouched !== undefined && vouched.of === state

/** Whether others than its owner and those who work on it may see a picture. */
export function isSeenByOthers(picture: PictureStanding): boolean {
  if (picture.state === 'passed' || isVouchedFor(picture)) return true
  return picture.of === 'official' && (picture.state === 'checking' || picture.state === 'unchecked')
}

/** The stricter the later; what is not known yet comes first. */
const strictness: Readonly<Record<PictureState, number>> = { checking: 0, unchecked: 0, passed: 1, review: 2, risky: 3 }
const stateOfVerdict: Readonly<Record<PictureVerdict, PictureState>> = {
  pass: 'passed',
  review: 'review',
  risky: 'risky',
}

/** What a picture is after a verdict: the strictest counts, in whichever order and however often they come. */
export function afterVerdict(state: PictureState, verdict: PictureVerdict): PictureState {
  const next = stateOfVerdict[verdict]
  return strictness[next] > strictness[state] ? next : state
}

/** What WeChat reads (mediaCheckAsync): no WebP, no HEIC, at most 10 MB. */
export const isPictureForCheck = (type: string): boolean => type === 'image/jpeg' || type === 'image/png'
export const mostBytesForCheck = 10 * 1024 * 1024

/** So long WeChat may take. */
export const verdictMillis = 30 * 60_000
/** So often it is asked. */
export const mostAsked = 4

/** What is done when nothing came. */
export const afterSilence = (asked: number): 'ask-again' | 'leave-to-person' =>
  asked < mostAsked ? 'ask-again' : 'leave-to-person'

/** A person may vouch for whatever did not pass by itself. */
export const mayBeVouchedFor = (picture: Pick<PictureStanding, 'state' | 'vouched'>): boolean =>
  picture.state !== 'passed' && !isVouchedFor(picture)

/** What WeChat's numbers mean (msgSecCheck, mediaCheckAsync). */
const labelWords: Readonly<Record<number, string>> = {
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
}

export const pictureStateNames: Readonly<Record<PictureState, string>> = {
  checking: '检查中',
  unchecked: '未检查',
  passed: '已通过',
  review: '需要人工查看',
  risky: '检查未通过',
}

const found = (label: number | undefined): string => {
  const word = label === undefined ? undefined : labelWords[label]
  return word === undefined ? '不适合公开的内容' : `${word}内容`
}

/** Why others do not see a picture, for whoever put it there. */
export function whyForAuthor(state: PictureState, label?: number): string {
  switch (state) {
    case 'checking':
      return '通过以后其他人才看得到，不影响办理'
    case 'unchecked':
      return '微信没有查成，由办理人员看过以后其他人才看得到，不影响办理'
    case 'review':
      return `微信认为可能有${found(label)}，由办理人员看过以后其他人才看得到，不影响办理`
    case 'risky':
      return `微信认为有${found(label)}，其他人看不到，办理人员看得到，不影响办理。可以补充一张别的照片`
    case 'passed':
      return ''
  }
}

/** The same for those who work on it. */
export function whyForOfficial(state: PictureState, label?: number): string {
  switch (state) {
    case 'checking':
      return '微信正在检查'
    case 'unchecked':
      return '微信没有查成'
    case 'review':
      return `微信认为可能有${found(label)}`
    case 'risky':
      return `微信认为有${found(label)}`
    case 'passed':
      return ''
  }
}
