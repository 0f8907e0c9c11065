import type { Instant } from '@zmht/shared/knowledge'
import type { HomeArrangement, OwnHome } from '@zmht/shared/rules'
import { CustomAttributeType, itemType, present } from '../../platform/table/item'
import { putIf } from '../../platform/table/write'

/** How an organisation arranged the home page of a role of its posts. */
export const roleHomeItem = itemType({
  model: { entity: 'roleHome', version: '1', service: 'zmht' },
  attributes: {
    organisation: { type: 'string', required: true },
    role: { type: 'string', required: true },
    arrangement: { type: CustomAttributeType<HomeArrangement>('any'), required: true },
    by: { type: 'string', required: true },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['organisation'], template: 'ROLEHOME#${organisation}', casing: 'none' },
      sk: { field: 'sk', composite: ['role'], template: '${role}', casing: 'none' },
    },
  },
})

/** What an official keeps of their own page: its order, what they opened, and until when they looked at everything. */
export const ownHomeItem = itemType({
  model: { entity: 'ownHome', version: '1', service: 'zmht' },
  attributes: {
    official: { type: 'string', required: true },
    own: { type: CustomAttributeType<OwnHome>('any') },
    until: { type: 'string' },
    opened: { type: CustomAttributeType<Readonly<Record<string, Instant>>>('any'), required: true },
    by: { type: 'string', required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['official'], template: 'OWNHOME#${official}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'HOME', casing: 'none' },
    },
  },
})

/** The roles an organisation arranged, by role. */
export async function roleHomesOf(organisation: string): Promise<Readonly<Record<string, HomeArrangement>>> {
  const { data } = await roleHomeItem().query.primary({ organisation }).go({ pages: 'all' })
  return Object.fromEntries(data.map(({ role, arrangement }) => [role, arrangement]))
}

export async function saveRoleHome(
  organisation: string,
  role: string,
  arrangement: HomeArrangement,
  by: string,
  at: Instant,
): Promise<void> {
  await putIf(roleHomeItem().put({ organisation, role, arrangement, by, at }).params())
}

export interface OwnPage {
  readonly official: string
  readonly own?: OwnHome
  readonly until?: Instant
  /** What was opened since, by its key: when. */
  readonly opened: Readonly<Record<string, Instant>>
  readonly version: number
}

/** Strongly consistent: what was opened a moment ago is not new. */
export async function ownPageOf(official: string): Promise<OwnPage> {
  const { data } = await ownHomeItem().get({ official }).go({ consistent: true })
  if (data === null) return { official, opened: {}, version: 0 }
  const { by: _by, ...page } = data
  return present(page)
}

/** Changes an official's own page; again when it changed meanwhile. */
export async function changeOwnPage(official: string, change: (page: OwnPage) => OwnPage): Promise<void> {
  for (;;) {
    const seen = await ownPageOf(official)
    const next = change(seen)
    const { written } = await putIf(
      ownHomeItem()
        .put({ ...next, by: official, version: seen.version + 1 })
        .where(({ version }, { eq, notExists }) =>
          seen.version === 0 ? notExists(version) : eq(version, seen.version),
        )
        .params(),
    )
    if (written) return
  }
}
