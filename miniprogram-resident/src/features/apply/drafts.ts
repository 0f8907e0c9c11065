import Taro from '@tarojs/taro'
import { answers } from '@zmht/shared/contract/form'
import * as z from '@zmht/shared/contract/z'
import type { Form, Prefill } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { createStore, type FormDraft, startDraft, useStore } from '@zmht/shared/ui'

/**
 * Requests not submitted yet, kept on this device as they are typed. The request's id is made with the draft and stays with it,
 * so that submitting it twice, or again after no answer came, is one request.
 */
export interface RequestDraft extends FormDraft {
  readonly channelId: string
  readonly requestId: string
  readonly title: string
  /** The version of the form it was filled in for. */
  readonly version: number
  readonly home: string
  readonly savedAt: string
}

const stored = z.strictObject({
  channelId: z.string(),
  requestId: z.string(),
  title: z.string(),
  version: z.number(),
  home: z.string(),
  savedAt: z.string(),
  answers,
  confirmed: z.array(z.string()),
})

const prefix = 'zmht-draft-'
/** Counts up with each change, so that lists of drafts follow. */
const changes = createStore(0)

/** Drafts belong to whom they were typed by: a phone is lent. */
function keyOf(person: string, channelId: string): string {
  return `${prefix}${person}-${channelId}`
}

function read(key: string): RequestDraft | undefined {
  const reading = stored.safeParse(Taro.getStorageSync<unknown>(key))
  return reading.success ? reading.data : undefined
}

export function readDraft(person: string, channelId: string): RequestDraft | undefined {
  return read(keyOf(person, channelId))
}

export function saveDraft(person: string, draft: RequestDraft): void {
  Taro.setStorageSync(keyOf(person, draft.channelId), draft)
  changes.set(changes.get() + 1)
}

export function dropDraft(person: string, channelId: string): void {
  Taro.removeStorageSync(keyOf(person, channelId))
  changes.set(changes.get() + 1)
}

export function dropAllDrafts(person: string): void {
  for (const key of draftKeys(person)) Taro.removeStorageSync(key)
  changes.set(changes.get() + 1)
}

function draftKeys(person: string): readonly string[] {
  return Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(`${prefix}${person}-`))
}

/** My drafts, the last touched first. */
export function useDrafts(person: string): readonly RequestDraft[] {
  useStore(changes)
  return draftKeys(person)
    .flatMap((key) => read(key) ?? [])
    .sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1))
}

/**
 * A draft under a newer version of its form: controls keep their ids for life, so what was typed is carried over; what the new form no
 * longer asks is left out, and everything is looked at again.
 */
export function carryOver(knowledge: Knowledge, form: Form, prefill: Prefill, former: FormDraft): FormDraft {
  const fresh = startDraft(knowledge, form, prefill)
  const asked = new Map<string, Set<string>>()
  for (const control of form.controls) {
    const actor = form.subjects.find((subject) => subject.is.by === 'actor')?.key
    const subject = control.binding?.subject ?? (control.kind === 'consent' ? actor : undefined)
    if (subject === undefined) continue
    const ids = asked.get(subject) ?? new Set()
    asked.set(subject, ids.add(control.id))
  }
  const carried = Object.entries(fresh.answers).map(([subject, instances]) => {
    const before = former.answers[subject] ?? []
    const many = form.subjects.find((one) => one.key === subject)?.many !== undefined
    const count = many ? before.length : instances.length
    return [
      subject,
      Array.from({ length: count }, (_, index) => {
        const typed = Object.entries(before[index]?.values ?? {}).filter(([id]) => asked.get(subject)?.has(id))
        const entity = before[index]?.entity ?? instances[index]?.entity
        return {
          ...(entity === undefined ? {} : { entity }),
          values: { ...instances[index]?.values, ...Object.fromEntries(typed) },
        }
      }),
    ] as const
  })
  return { answers: Object.fromEntries(carried), confirmed: [] }
}
