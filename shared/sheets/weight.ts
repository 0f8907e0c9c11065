import type { EntityKind } from '../knowledge/types'
import type { Bookkeeping } from './bookkeeping'
import type { Found } from './found'
import type { Likeness } from './likeness'
import { deedsDone, type Sheet } from './sheet-subject'
import { type Sniffed, support } from './sniff'
import type { Meaning } from './vocabulary'

/** What is left of a meaning when a heading speaks of the sheet itself: all, where it is called exactly so in sheets of this kind. */
export function ofTheSheet({ how, meaning, reach }: Found, kept: Bookkeeping, { kind, title }: Sheet): number {
  if (reach?.relation === 'handled-by' && kept === 'doer' && deedsDone.test(title)) return 1
  // The rows of 消防检查登记表 are checks, whose date is 检查日期.
  if (kept === 'day' && meaning.code === 'event.occurredAt' && deedsDone.test(title)) return 1.05
  if (how === 'same' && meaning.bearer === kind) return 1
  if (reach !== undefined && reach.from === kind && kept !== 'sum') return kind === 'event' ? 1 : 0.9
  return kept === 'role' ? 0.5 : 0.6
}

/** What is left of a meaning a heading has only in sheets of its classes, in any other. */
const ofGeneral = 0.7

export function weightOf(found: Found, sheet: Sheet, asksYesNo: boolean, seen: Sniffed | undefined): number {
  const { meaning, reach, how } = found
  const top = Math.max(...Object.values(sheet.kinds), 1)
  const share = sheet.kinds[meaning.bearer] / top
  const distance =
    reach === undefined && !found.named
      ? nearness(isEndAt(meaning, sheet.kind) ? sheet.kind : meaning.bearer, meaning.code, sheet, share)
      : 1
  const fits = meaning.subtypes.length === 0 ? 1 : meaning.subtypes.some((one) => sheet.subtypes.has(one)) ? 1.06 : 0.98
  const strange = meaning.bearer === 'event' && sheet.kind !== 'event' && fits < 1 ? 0.76 : 1
  const value = meaning.attribute?.value
  const yesNo = asksYesNo ? fitOfYesNo(value?.type, how) : 1
  const values = seen === undefined || value === undefined ? 1 : support(value, seen)
  // 证件有效期 of foreigners is that of their passport.
  const passport = meaning.code.startsWith('person.idCard') && sheet.subtypes.has('foreigner') ? 0.7 : 1
  const general = found.general && !meaning.subtypes.some((one) => sheet.subtypes.has(one)) ? ofGeneral : 1
  return distance * fits * strange * yesNo * values * general * passport
}

/** The rent is said of a renting, which joins a person and a home: it stands in sheets of either. */
const isEndAt = ({ attribute, otherEnd, relation }: Meaning, kind: EntityKind): boolean =>
  (typeof attribute?.of === 'object' && otherEnd === kind) || relation?.to === kind

/** 是否…, 有无… are answered by yes or no, or by a choice; of anything else only when known to be asked so. */
function fitOfYesNo(type: string | undefined, how: Likeness['how']): number {
  if (type === 'yes-no') return 1.02
  if (type === 'code') return how === 'near' ? 0.85 : 1.02
  if (type === undefined) return how === 'near' ? 0.7 : 1
  return how === 'same' ? 1 : 0.6
}

/** What a list of things says of people without naming whom it means: who has them. */
const identifying: ReadonlySet<string> = new Set([
  'person.name',
  'person.idNumber',
  'person.mobile',
  'person.landline',
  'person.employerName',
  'resides-at',
])

/** What any sheet says of the entry a row is. */
const ofTheEntry: ReadonlySet<string> = new Set([
  'event.note',
  'event.signature',
  'event.attachments',
  'event.photos',
  'event.status',
  'event.reportedAt',
])

/** How readily a sheet about one kind says something of another without naming it. */
function nearness(bearer: EntityKind, code: string, { kind, kinds }: Sheet, share: number): number {
  if (bearer === kind) return 1
  // 体重 in a list of dogs is not that of their keepers.
  if (kind === 'thing' && bearer === 'person' && !identifying.has(code)) return 0.55
  // What a row says of its being written down, and little else of what is being done.
  if (bearer === 'event') return ofTheEntry.has(code) ? 0.88 + 0.08 * share : 0.72 + 0.24 * share
  // What is done is done to whom or what most of the other columns speak of.
  if (kind === 'event') {
    const { event: _, ...others } = kinds
    return 0.7 + 0.26 * (kinds[bearer] / Math.max(1, ...Object.values(others)))
  }
  // A list of people names what they own, where they live and work; a list of things rarely says more of people than who they are.
  return kind === 'person' ? 0.84 + 0.12 * share : 0.6 + 0.34 * share
}
