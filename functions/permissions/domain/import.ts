import type { ImportChange, ImportRow } from '@zmht/shared/contract'
import { isHeldOn } from '@zmht/shared/permission'
import { cleanPhone, type ImportScene, type Matched, matchRow, type WantedPost } from './import-match'
import type { Official, PostRecord } from './records'

/** One thing an import does. */
export type ImportAction = { readonly row: number; readonly official: string } & (
  | {
      readonly kind: 'appoint'
      readonly post: PlannedPost
      readonly person?: { readonly name: string; readonly phone: string }
    }
  | { readonly kind: 'transfer'; readonly from: string; readonly post: PlannedPost }
  | { readonly kind: 'leave'; readonly from: string }
  | { readonly kind: 'phone'; readonly phone: string }
)

/** A post to put somebody on; made from the catalogue first where there is none. */
export interface PlannedPost {
  readonly id: string
  readonly organisation: string
  readonly create?: string
}

interface Planned {
  readonly change: ImportChange
  readonly action?: ImportAction
}

/**
 * What a spreadsheet would change. The rows of one person are looked at together: what they hold and the sheet has stays, what is left of both
 * is a move, what is left of the sheet is added; who is on a post and not in the sheet leaves it only where the sheet is complete.
 */
export function planImport(rows: readonly ImportRow[], complete: boolean, scene: ImportScene): readonly Planned[] {
  const planned: Planned[] = []
  const people = new Map<string, Matched[]>()
  const doubtful = new Set<string>()
  const phones = new Map<string, string>()
  for (const row of rows) {
    const matched = matchRow(row, scene)
    const problem = 'message' in matched ? matched : doubled(row, matched, phones, people)
    if (problem === undefined && !('message' in matched))
      people.set(matched.official, [...(people.get(matched.official) ?? []), matched])
    else {
      doubtful.add(row.name.replace(/\s/g, ''))
      planned.push({ change: problemOf(row, problem?.message ?? '', problem?.suggestions) })
    }
  }
  const current = currentPosts(scene)
  for (const [official, wanted] of people)
    planned.push(...planPerson(wanted, current.get(official) ?? [], complete, scene))
  if (complete)
    for (const [id, posts] of current) {
      const official = scene.officials.get(id)
      if (people.has(id) || id === scene.by || official === undefined || doubtful.has(official.name)) continue
      planned.push(...posts.map((post) => ended(official, post, scene)))
    }
  return planned.sort((one, other) => (one.change.row ?? rows.length + 1) - (other.change.row ?? rows.length + 1))
}

const problemOf = (row: ImportRow, message: string, suggestions: readonly string[] | undefined): ImportChange => ({
  what: 'problem',
  row: row.row,
  name: row.name,
  organisation: row.organisation,
  post: row.post,
  message,
  ...(suggestions === undefined || suggestions.length === 0 ? {} : { suggestions: [...suggestions] }),
})

/** One phone is one person's, and nobody is put on a post twice. */
function doubled(
  row: ImportRow,
  matched: Matched,
  phones: Map<string, string>,
  people: ReadonlyMap<string, readonly Matched[]>,
): { readonly message: string; readonly suggestions?: readonly string[] } | undefined {
  const phone = cleanPhone(row.phone)
  const before = phone === '' ? undefined : phones.get(phone)
  if (before !== undefined && before !== matched.name) return { message: `这个手机号在表格里也是${before}的` }
  phones.set(phone, matched.name)
  const twice = people.get(matched.official)?.some(({ post }) => post.id === matched.post.id) === true
  return twice ? { message: '与前面的一行重复' } : undefined
}

/** Who holds which post of the tree by themself on the day of the import. */
function currentPosts({ posts, date, writable }: ImportScene): Map<string, PostRecord[]> {
  const held = new Map<string, PostRecord[]>()
  for (const post of posts) {
    if (!writable.has(post.organisationId)) continue
    for (const one of post.holders)
      if (one.standsInFor === undefined && isHeldOn(one, date))
        held.set(one.official, [...(held.get(one.official) ?? []), post])
  }
  return held
}

const plannedPost = ({ id, organisation, create }: WantedPost): PlannedPost => ({
  id,
  organisation: organisation.id,
  ...(create === undefined ? {} : { create: create.code }),
})

function planPerson(
  wanted: readonly Matched[],
  held: readonly PostRecord[],
  complete: boolean,
  scene: ImportScene,
): Planned[] {
  const planned: Planned[] = []
  const left = held.filter((post) => !wanted.some((one) => one.post.id === post.id))
  let isNew = wanted.some((one) => one.isNew)
  const changesPhone = wanted.find(({ phone, isNew: fresh }) => phone !== undefined && !fresh)
  for (const one of wanted) {
    const { row, official, name, phone, post } = one
    const shown = { row, name, organisation: post.organisation.name, post: post.title }
    if (held.some(({ id }) => id === post.id)) {
      if (one !== changesPhone) planned.push({ change: { what: 'same', ...shown } })
      continue
    }
    const from = isNew ? undefined : left.shift()
    if (from !== undefined) {
      const action = { kind: 'transfer', row, official, from: from.id, post: plannedPost(post) } as const
      planned.push({ change: { what: 'moved', ...shown, former: calledOf(from, scene) }, action })
      continue
    }
    // The first post of who is new brings name and phone.
    const person = isNew && phone !== undefined ? { person: { name, phone } } : {}
    isNew = false
    const action = { kind: 'appoint', row, official, post: plannedPost(post), ...person } as const
    planned.push({ change: { what: 'added', ...shown }, action })
  }
  if (changesPhone?.phone !== undefined) {
    const { row, official, name, phone, post } = changesPhone
    const change = { what: 'phone', row, name, organisation: post.organisation.name, post: post.title } as const
    planned.push({ change, action: { kind: 'phone', row, official, phone } })
  }
  const official = scene.officials.get(wanted[0]?.official ?? '')
  if (complete && official !== undefined) planned.push(...left.map((post) => ended(official, post, scene)))
  return planned
}

const organisationName = ({ organisations }: ImportScene, id: string): string =>
  organisations.find((one) => one.id === id)?.name ?? ''
const calledOf = (post: PostRecord, scene: ImportScene): string =>
  `${organisationName(scene, post.organisationId)} ${post.title}`

const ended = ({ id, name }: Official, post: PostRecord, scene: ImportScene): Planned => ({
  change: { what: 'ended', name, organisation: organisationName(scene, post.organisationId), post: post.title },
  action: { kind: 'leave', row: 0, official: id, from: post.id },
})
