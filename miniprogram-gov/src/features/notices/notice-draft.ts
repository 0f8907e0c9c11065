import type { NoticeContent, NoticeReply } from '@zmht/shared/contract'
import { isPlaceId, type PlaceId } from '@zmht/shared/geo'
import { type Urgency, unknownPlaceholders } from '@zmht/shared/rules'
import type { NoticeTemplate } from '@zmht/shared/templates/notices'

export interface Picked {
  readonly id: string
  readonly name: string
}

/** Who of those who live there. */
export type DraftWho = 'everybody' | 'age' | 'ledger'

/** A notice while it is written: what is sent, but words may still be missing. Times in China, `YYYY-MM-DDTHH:MM`. */
export interface NoticeDraft {
  readonly title: string
  readonly text: string
  readonly urgency: Urgency
  readonly files: NoticeContent['files']
  readonly questions: readonly DraftQuestion[]
  readonly places: readonly Picked[]
  readonly except: readonly Picked[]
  readonly who: DraftWho
  readonly least: string
  readonly most: string
  readonly ledger?: string
  readonly expires?: string
  readonly publishAt?: string
  /** Of the server’s; 0: it has never seen it. */
  readonly edition: number
}

export interface DraftQuestion {
  readonly key: string
  readonly label: string
  readonly required: boolean
  /** A line for each option; empty: answered in words. */
  readonly options: string
}

const china = 8 * 3600_000

/** @returns an instant as a minute in China */
export const minuteOf = (instant: string): string => new Date(Date.parse(instant) + china).toISOString().slice(0, 16)

/** @returns the instant of a minute in China */
export const instantOf = (minute: string): string => new Date(Date.parse(`${minute}:00.000Z`) - china).toISOString()

export const blankNotice = (now: string): NoticeDraft => ({
  title: '',
  text: '',
  urgency: 'routine',
  files: [],
  questions: [],
  places: [],
  except: [],
  who: 'everybody',
  least: '',
  most: '',
  expires: inDays(now, 7),
  edition: 0,
})

/** The end of a day in China, so many days on. */
const inDays = (now: string, days: number): string =>
  `${minuteOf(new Date(Date.parse(now) + days * 24 * 3600_000).toISOString()).slice(0, 10)}T23:59`

export const noticeFromTemplate = ({ content, days }: NoticeTemplate, now: string): NoticeDraft => ({
  ...blankNotice(now),
  title: content.title,
  text: content.text,
  urgency: content.urgency,
  questions: content.questions.map(draftQuestion),
  expires: inDays(now, days),
})

const draftQuestion = ({ key, label, required, options = [] }: NoticeContent['questions'][number]): DraftQuestion => ({
  key,
  label,
  required,
  options: options.map((one) => one.label).join('\n'),
})

export function noticeFromServer({ content, places, except, edition }: NoticeReply): NoticeDraft {
  const { audience, ledger } = content.fence
  const age = audience?.rules.find((rule) => rule.about === 'age')
  return {
    title: content.title,
    text: content.text,
    urgency: content.urgency,
    files: content.files,
    questions: content.questions.map(draftQuestion),
    places: places.map(({ id, tail }) => ({ id, name: tail })),
    except: except.map(({ id, tail }) => ({ id, name: tail })),
    who: ledger !== undefined ? 'ledger' : age !== undefined ? 'age' : 'everybody',
    least: age?.least === undefined ? '' : String(age.least),
    most: age?.most === undefined ? '' : String(age.most),
    ...(ledger === undefined ? {} : { ledger }),
    expires: minuteOf(content.expires),
    ...(content.publishAt === undefined ? {} : { publishAt: minuteOf(content.publishAt) }),
    edition,
  }
}

export type Missing = Partial<
  Record<'title' | 'text' | 'places' | 'who' | 'expires' | 'publishAt' | 'questions', string>
>

const linesOf = (options: string): readonly string[] =>
  options
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What keeps a notice from being sent, at its fields. @param now an instant */
export function missingIn(draft: NoticeDraft, now: string): Missing {
  const { title, text, places, who, least, most, ledger, expires, publishAt, questions } = draft
  const unknown = [...unknownPlaceholders(title), ...unknownPlaceholders(text)]
  const blank = /（填[^）]*）/.exec(text)?.[0]
  const badQuestion = questions.find(
    ({ label, options }) => label.trim() === '' || (options.trim() !== '' && linesOf(options).length < 2),
  )
  const from = publishAt === undefined || instantOf(publishAt) < now ? now : instantOf(publishAt)
  return {
    ...(title.trim() === '' ? { title: '请写标题' } : {}),
    ...(text.trim() === ''
      ? { text: '请写正文' }
      : unknown.length > 0
        ? { text: `{${unknown[0]}} 不能自动填写，只能用 {姓名} 和 {住址}` }
        : blank !== undefined
          ? { text: `还有没填的：${blank}` }
          : {}),
    ...(places.length === 0 ? { places: '请选择发给哪里' } : {}),
    ...(who === 'age' && least === '' && most === '' ? { who: '请填写年龄' } : {}),
    ...(who === 'ledger' && ledger === undefined ? { who: '请选择一本台账' } : {}),
    ...(expires === undefined
      ? { expires: '请选择保留到什么时候' }
      : instantOf(expires) <= from
        ? { expires: '要晚于发布时间' }
        : {}),
    ...(publishAt !== undefined && instantOf(publishAt) <= now ? { publishAt: '这个时间已经过了，请改晚一些' } : {}),
    ...(badQuestion === undefined
      ? {}
      : { questions: badQuestion.label.trim() === '' ? '请把问题写完整' : '选项一行一个，至少两个' }),
  }
}

const codes = 'abcdefgh'

/** @returns what is sent; undefined while something is missing */
export function contentOf(draft: NoticeDraft, now: string): NoticeContent | undefined {
  const { expires, publishAt } = draft
  if (expires === undefined || Object.keys(missingIn(draft, now)).length > 0) return undefined
  const ids = (picked: readonly Picked[]): PlaceId[] => picked.map(({ id }) => id).filter(isPlaceId)
  const number = (text: string) => (text === '' ? undefined : Number(text))
  const [least, most] = [number(draft.least), number(draft.most)]
  return {
    title: draft.title.trim(),
    text: draft.text.trim(),
    urgency: draft.urgency,
    files: [...draft.files],
    questions: draft.questions.map(({ key, label, required, options }) => {
      const lines = linesOf(options)
      const asked = { key, label: label.trim(), required }
      if (lines.length === 0) return asked
      return { ...asked, options: lines.map((line, at) => ({ code: codes.charAt(at), label: line })) }
    }),
    fence: {
      places: ids(draft.places),
      except: ids(draft.except),
      ...(draft.who === 'age'
        ? {
            audience: {
              who: 'self' as const,
              rules: [
                {
                  about: 'age' as const,
                  ...(least === undefined ? {} : { least }),
                  ...(most === undefined ? {} : { most }),
                },
              ],
            },
          }
        : {}),
      ...(draft.who === 'ledger' && draft.ledger !== undefined ? { ledger: draft.ledger } : {}),
    },
    expires: instantOf(expires),
    ...(publishAt === undefined ? {} : { publishAt: instantOf(publishAt) }),
  }
}
