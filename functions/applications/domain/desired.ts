import { daysFilled, filled } from '@zmht/shared/applications'
import type {
  ApplicationContent,
  ApplicationSettings,
  ChannelContent,
  NoticeContent,
  PartOf,
  TaskContent,
} from '@zmht/shared/contract'
import { dayInChina, type Instant } from '@zmht/shared/knowledge'
import type { Made } from './application'

const dayMillis = 24 * 3_600_000

/** What a part refers to: what was made of the parts it names, and which organisations the roles are. */
export interface Surroundings {
  readonly settings: ApplicationSettings
  readonly made: Readonly<Record<string, Made>>
  readonly at: Instant
}

export const idMade = ({ made }: Pick<Surroundings, 'made'>, key: string): string => made[key]?.id ?? ''

/** @returns the application as it is opened: what was to be filled in stands in its texts */
export const settled = (content: ApplicationContent, { fills }: ApplicationSettings): ApplicationContent =>
  filled(content, fills)

/** A service as it is published here: its organisations named, its slots on the days that were given. */
export function channelOf(part: PartOf<'service'>, { settings }: Surroundings): ChannelContent {
  const parts = part.partners.flatMap(({ role, part: as }) => {
    const organisation = settings.roles[role]
    return organisation === undefined ? [] : [{ organisation, part: as }]
  })
  const days = part.slotDays === undefined ? [] : daysFilled(settings.fills[part.slotDays])
  const { booking } = part.content
  return {
    ...part.content,
    ...(parts.length === 0 ? {} : { parts }),
    ...(booking === undefined || days.length === 0
      ? {}
      : {
          booking: {
            ...booking,
            slots: days.flatMap((day) =>
              booking.slots.map((slot) => ({ ...slot, id: `${slot.id}${day.slice(2).replaceAll('-', '')}`, day })),
            ),
          },
        }),
  }
}

/** The last day of a task that is given some days from now on. */
export const dueOf = ({ days }: { readonly days: number }, at: Instant): string =>
  dayInChina(new Date(Date.parse(at) + days * dayMillis).toISOString())

/** @param about what the wiring begins it about; absent: as the part says */
export function taskOf(part: PartOf<'task'>, around: Surroundings, about?: TaskContent['about']): TaskContent {
  const { about: own, repeat, ...rest } = part.content
  // What is begun about one alone is done once: it comes again when it is begun again.
  const again = about !== undefined || repeat === undefined ? {} : { repeat }
  return { ...rest, ...again, about: about ?? aboutOf(own, around), due: dueOf(part, around.at) }
}

function aboutOf(about: PartOf<'task'>['content']['about'], around: Surroundings): TaskContent['about'] {
  if (about.of === 'ledger') {
    const { part, ...narrowed } = about
    return { ...narrowed, ledger: idMade(around, part) }
  }
  if (about.of === 'places') return about
  throw new Error('whom it is about is told when it begins')
}

/** @param places where it goes; absent: everywhere the application is */
export function noticeOf(
  part: PartOf<'notice'>,
  around: Surroundings,
  places: NoticeContent['fence']['places'] = [...around.settings.reach],
): NoticeContent {
  const ledger = part.ledger === undefined ? undefined : idMade(around, part.ledger)
  return {
    ...part.content,
    files: [],
    fence: {
      places,
      except: [],
      ...(part.audience === undefined ? {} : { audience: part.audience }),
      ...(ledger === undefined ? {} : { ledger }),
    },
    // To the end of its last day.
    expires: new Date(`${dueOf(part, around.at)}T23:59:59.000+08:00`).toISOString(),
  }
}

/** What opens nothing by itself: a task that the wiring alone begins. */
export const isBegunByWiring = (part: ApplicationContent['parts'][number]): boolean =>
  part.kind === 'task' && part.content.about.of === 'one'
