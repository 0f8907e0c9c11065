import type { Instant } from '@zmht/shared/knowledge'
import { itemType } from '../../platform/table/item'
import { readPage } from '../../platform/table/page'
import type { TransactionPart } from '../../platform/table/write'

/** Requests answered together. Its numbers are those of its members: changed with each in one transaction. */
export interface Case {
  readonly id: string
  /** The request whose steps are given to all. */
  readonly lead: string
  readonly requests: number
  /** Residents, each counted once. */
  readonly people: number
  readonly version: number
}

export const caseItem = itemType({
  model: { entity: 'case', version: '1', service: 'zmht' },
  attributes: {
    id: { type: 'string', required: true },
    lead: { type: 'string', required: true },
    requests: { type: 'number', required: true },
    people: { type: 'number', required: true },
    version: { type: 'number', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['id'], template: 'CASE#${id}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'CASE', casing: 'none' },
    },
  },
})

export interface Member {
  readonly caseId: string
  readonly requestId: string
  readonly person: string
  readonly at: Instant
}

export const memberItem = itemType({
  model: { entity: 'caseMember', version: '1', service: 'zmht' },
  attributes: {
    caseId: { type: 'string', required: true },
    requestId: { type: 'string', required: true },
    person: { type: 'string', required: true },
    at: { type: 'string', required: true },
  },
  indexes: {
    primary: {
      pk: { field: 'pk', composite: ['caseId'], template: 'CASE#${caseId}', casing: 'none' },
      sk: { field: 'sk', composite: ['requestId'], template: 'MEMBER#${requestId}', casing: 'none' },
    },
  },
})

/** The case a request leads: its name follows from the request's. */
export const caseOfLead = (requestId: string): string => `x${requestId.slice(1)}`

/** Strongly consistent. */
export async function readCase(id: string): Promise<Case | undefined> {
  const { data } = await caseItem().get({ id }).go({ consistent: true })
  return data ?? undefined
}

/** Strongly consistent, all of them. */
export async function membersOf(caseId: string): Promise<Member[]> {
  const { data } = await memberItem()
    .query.primary({ caseId })
    .begins({ requestId: '' })
    .go({ pages: 'all', consistent: true })
  return data
}

export async function memberPage(
  caseId: string,
  cursor: string | undefined,
  limit: number,
): Promise<{ items: Member[]; next?: string }> {
  const { data, cursor: next } = await readPage(cursor, (from) =>
    memberItem().query.primary({ caseId }).begins({ requestId: '' }).go({ cursor: from, limit, consistent: true }),
  )
  return { items: data, ...(next === null ? {} : { next }) }
}

const saved = (next: Case): TransactionPart => ({
  put: caseItem()
    .put(next)
    .where(({ version }, { eq, notExists }) =>
      next.version === 1 ? notExists(version) : eq(version, next.version - 1),
    )
    .params(),
})

/** A case with one more request, as one write with the request's step. */
export function withMember(
  found: Case | undefined,
  member: Member,
  lead: string,
  members: readonly Member[],
): TransactionPart[] {
  const isKnown = members.some(({ person }) => person === member.person)
  const next: Case = {
    id: member.caseId,
    lead,
    requests: (found?.requests ?? 0) + 1,
    people: (found?.people ?? 0) + (isKnown ? 0 : 1),
    version: (found?.version ?? 0) + 1,
  }
  return [saved(next), { put: memberItem().put(member).params() }]
}

export function withoutMember(found: Case, member: Member, members: readonly Member[]): TransactionPart[] {
  const isAlso = members.some((one) => one.requestId !== member.requestId && one.person === member.person)
  const next: Case = {
    ...found,
    requests: found.requests - 1,
    people: found.people - (isAlso ? 0 : 1),
    version: found.version + 1,
  }
  const { caseId, requestId } = member
  return [saved(next), { delete: memberItem().delete({ caseId, requestId }).params() }]
}
