import type { OfficialReply } from '@zmht/shared/contract'
import type { TimelineStep } from '@zmht/shared/ui'
import { dayWords } from '../../lib/dates'
import { daysFrom } from './days'

export type Tenure = OfficialReply['posts'][number]

const stateOf = ({ current, from }: Tenure, today: string): TimelineStep['state'] =>
  current ? 'now' : from > today ? 'ahead' : 'done'

const orderOf = { done: 0, stopped: 0, now: 1, ahead: 2 } as const

const spanWords = ({ from, until }: Tenure): string =>
  until === undefined ? `${dayWords(from)}起` : `${dayWords(from)}至${dayWords(daysFrom(until, -1))}`

/** The posts of somebody as a time line: held before, held today, to come; in each the earliest first. */
export function tenureSteps(posts: readonly Tenure[], today: string): readonly TimelineStep[] {
  return posts
    .map((post) => ({ post, state: stateOf(post, today) }))
    .sort((one, other) => orderOf[one.state] - orderOf[other.state] || one.post.from.localeCompare(other.post.from))
    .map(({ post, state }) => ({
      key: `${post.id}/${post.from}/${post.as}`,
      title: `${post.organisation.name} · ${post.title}`,
      when: spanWords(post),
      ...(post.as === 'acting' ? { detail: `代理${post.standsInFor?.name ?? ''}` } : {}),
      state,
    }))
}

/** The posts somebody holds today, as one line: 「花家地北里社区 社工」. */
export const postWords = ({ organisation, title }: Pick<Tenure, 'organisation' | 'title'>): string =>
  `${organisation.name} ${title}`
