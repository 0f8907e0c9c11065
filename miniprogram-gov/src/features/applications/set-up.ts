import { daysFilled, type Fill, fillsOf } from '@zmht/shared/applications'
import type { ApplicationContent, ApplicationReply, ApplicationSettings } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'

/** A place or an organisation with its name, as somebody picked it. */
export interface Picked {
  readonly id: string
  readonly name: string
}

/** What somebody answers before an application is opened: where, who, and what stands in its texts. */
export interface SetUp {
  readonly reach: readonly Picked[]
  /** By role. */
  readonly roles: Readonly<Record<string, Picked>>
  /** By fill. */
  readonly fills: Readonly<Record<string, string>>
}

/** @returns what an official begins with: their own place, all else to be said */
export const startSetUp = (own: readonly Picked[]): SetUp => ({ reach: own.slice(0, 1), roles: {}, fills: {} })

/** @returns what was said before; an application nobody set up yet begins with the official's own place */
export function setUpOf(
  { settings, places, roleNames }: Pick<ApplicationReply, 'settings' | 'places' | 'roleNames'>,
  own: readonly Picked[],
): SetUp {
  return {
    reach: places.length === 0 ? own.slice(0, 1) : places.map(({ id, tail }) => ({ id, name: tail })),
    roles: Object.fromEntries(
      Object.entries(settings.roles).map(([role, id]) => [role, { id, name: roleNames[role] ?? '' }]),
    ),
    fills: settings.fills,
  }
}

/** What is still to be said, by what is asked: `reach`, `role.hospital`, `fill.电话`. */
export function missingIn(content: ApplicationContent, setUp: SetUp): Readonly<Record<string, string>> {
  const missing: Record<string, string> = {}
  if (setUp.reach.length === 0) missing.reach = '请选择用在哪里'
  for (const { key, name } of content.roles)
    if (setUp.roles[key] === undefined) missing[`role.${key}`] = `请选择${name}`
  for (const fill of fillsOf(content)) {
    const problem = wrongIn(fill, setUp.fills[fill.name])
    if (problem !== undefined) missing[`fill.${fill.name}`] = problem
  }
  return missing
}

function wrongIn({ name, kind }: Fill, given = ''): string | undefined {
  if (kind === 'days') return daysFilled(given).length === 0 ? `请至少选一个${name}` : undefined
  if (given.trim() === '') return `请填写${name}`
  if (kind === 'phone' && !/^[\d\-() +转]{3,20}$/.test(given.trim())) return '请填写电话号码'
  return undefined
}

/** @returns as it is sent; what is asked no more is left out */
export function settingsOf(content: ApplicationContent, { reach, roles, fills }: SetUp): ApplicationSettings {
  const names = fillsOf(content).map(({ name }) => name)
  return {
    reach: reach.map(({ id }) => id as PlaceId), // picked out of the tree of places
    roles: Object.fromEntries(
      content.roles.flatMap(({ key }) => {
        const chosen = roles[key]
        return chosen === undefined ? [] : [[key, chosen.id]]
      }),
    ),
    fills: Object.fromEntries(
      names.flatMap((name) => {
        const given = fills[name]?.trim() ?? ''
        return given === '' ? [] : [[name, given]]
      }),
    ),
  }
}

/** Several days as one text, in order, each once. */
export const withDay = (given: string | undefined, day: string): string =>
  [...new Set([...daysFilled(given), day])].sort().join(',')
export const withoutDay = (given: string | undefined, day: string): string =>
  daysFilled(given)
    .filter((one) => one !== day)
    .join(',')
