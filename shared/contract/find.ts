import { routesOf } from './define'
import { text } from './parts'
import * as z from './z'

/** Finds anything 找一找: one box over whatever an official may see. */
const route = routesOf('overview')

/** What can be found, in the order in which it is shown. */
export const foundGroups = [
  'people',
  'places',
  'organisations',
  'things',
  'applications',
  'services',
  'requests',
  'tasks',
] as const
export type FoundGroupKind = (typeof foundGroups)[number]

/** What one thing that was found is. `unit`: an organisation of the ledgers, `organisation`: one of the directory. */
export const foundKinds = [
  'person',
  'official',
  'place',
  'organisation',
  'unit',
  'thing',
  'application',
  'service',
  'request',
  'task',
] as const
export type FoundKind = (typeof foundKinds)[number]

/** By what it was found. `requester`: a request, by who asked for it. */
export const foundReasons = [
  'name',
  'initials',
  'phone',
  'number',
  'plate',
  'door',
  'address',
  'post',
  'request-number',
  'requester',
] as const
export type FoundReason = (typeof foundReasons)[number]

const found = z.strictObject({
  kind: z.enum(foundKinds),
  id: z.string(),
  title: z.string(),
  /** Where it is, or of which organisation; empty where nothing tells. */
  where: z.string(),
  /** How it stands: a request's, task's, service's or application's state. */
  state: z.exactOptional(z.string()),
  by: z.enum(foundReasons),
})
export type FoundReply = z.output<typeof found>

const group = z.strictObject({
  kind: z.enum(foundGroups),
  items: z.array(found),
  /** There are others: its own page finds them. */
  more: z.boolean(),
})
export type FoundGroupReply = z.output<typeof group>

export const find = {
  found: route('found', {
    method: 'GET',
    path: '/overview/found',
    summary:
      'People, places, organisations, things, applications, services, requests and tasks the official may see, by characters, pinyin initials, the end of a phone or number, plate, or building and door; five of each at the most',
    needs: { who: 'official', action: 'directory.read', where: 'list' },
    query: z.strictObject({ words: text(40, '要找的内容') }),
    reply: z.strictObject({ groups: z.array(group) }),
  }),
} as const
