import { isDeepStrictEqual } from 'node:util'
import { type GrantContent, permissionRoutes } from '@zmht/shared/contract'
import { sightIds } from '@zmht/shared/provisions'
import type { Message } from '../platform/stream/message'
import { readGrant } from './grant.store'
import { keep } from './rules'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What the item says, held to the shape every rule has. */
function rulesIn(sight: unknown): ReadonlyMap<string, GrantContent> {
  const found = new Map<string, GrantContent>()
  for (const one of Array.isArray(sight) ? sight : []) {
    const { id, content }: { id?: unknown; content?: unknown } = one ?? {}
    const read = permissionRoutes.saveGrant.body.safeParse({ content, reason: '数据下沉', edition: 0 })
    if (!read.success) throw new Error(`the rule ${text(id)} of data sent down is none`)
    found.set(text(id), read.data.content)
  }
  return found
}

/** Data was given, or is no longer: its rules are put in force or out of it. Done again it changes nothing. */
export async function keepSight({ carried, at, change }: Message): Promise<void> {
  const id = text(carried.id)
  if (id === '' || change === 'removed') return
  const wanted = rulesIn(carried.sight)
  for (const rule of sightIds(id)) {
    const [content, held] = [wanted.get(rule), await readGrant(rule)]
    if (isDeepStrictEqual(held?.content, content)) continue
    await keep({
      id: rule,
      edition: (held?.edition ?? 0) + 1,
      by: text(carried.by) || 'system',
      at,
      reason: content === undefined ? '数据下沉已到期或撤回' : '数据下沉已批准',
      ...(content === undefined ? {} : { content }),
    })
  }
}
