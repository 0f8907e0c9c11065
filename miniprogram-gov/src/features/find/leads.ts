import type { FoundGroupReply, FoundReply } from '@zmht/shared/contract'
import { pages } from '@/lib/navigation'

/** The page that shows what was found. */
export function pageOf({ kind }: FoundReply): string {
  switch (kind) {
    case 'person':
    case 'unit':
    case 'thing':
      return pages.entity
    case 'official':
      return pages.official
    case 'place':
      return pages.place
    case 'organisation':
      return pages.organisation
    case 'application':
      return pages.application
    case 'service':
      return pages.channel
    case 'request':
      return pages.request
    case 'task':
      return pages.task
  }
}

/** The page that finds all of a group, with what it is asked; a colleague is looked for in the address book. */
export function moreOf(
  { kind, items }: FoundGroupReply,
  typed: string,
): { page: string; query: Record<string, string> } {
  switch (kind) {
    case 'people':
      return { page: items.every((one) => one.kind === 'official') ? pages.book : pages.people, query: { q: typed } }
    case 'places':
      return { page: pages.places, query: { q: typed } }
    case 'organisations':
      return { page: items.every((one) => one.kind === 'unit') ? pages.people : pages.book, query: { q: typed } }
    case 'things':
      return { page: pages.people, query: { q: typed } }
    case 'applications':
      return { page: pages.applications, query: {} }
    case 'services':
      return { page: pages.channels, query: { q: typed } }
    case 'requests':
    case 'tasks':
      return { page: pages.work, query: {} }
  }
}
