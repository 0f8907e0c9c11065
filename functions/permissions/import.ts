import { createHash } from 'node:crypto'
import type { ImportBody, ImportChange } from '@zmht/shared/contract'
import type { Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { base32 } from '../platform/cipher'
import { dayInChina } from '../platform/clock'
import type { Official as Actor } from '../platform/endpoint/actor'
import { decisionsOn } from './authority'
import { phoneIndexOf } from './by-phone'
import { catalogueNow } from './catalogue.store'
import { officialByPhone, postsOf, readOfficials, readPosts } from './directory.store'
import { type ImportAction, planImport } from './domain/import'
import { cleanPhone, type ImportScene, isMobile } from './domain/import-match'
import { dateObstacles } from './domain/personnel-rules'
import type { Organisation } from './domain/records'
import { organisationsBelow, readOrganisations } from './organisation.store'
import { impossible } from './personnel'

/** More organisations than that are imported part by part. */
const mostOrganisations = 600

export interface Preview {
  readonly changes: readonly ImportChange[]
  readonly actions: readonly ImportAction[]
  /** Of the rows and of everything read for them: another one where anything changed since. */
  readonly digest: string
}

async function treeOf(root: Organisation): Promise<Organisation[]> {
  const ids = [root.id]
  for (let tier = [root.id]; tier.length > 0; ) {
    const below = (await inChunks(tier, organisationsBelow)).flat().map(({ id }) => id)
    tier = below.filter((id) => !ids.includes(id))
    ids.push(...tier)
    if (ids.length > mostOrganisations)
      throw new Problem('invalid', {
        fields: [{ path: 'body.within', message: '下级单位太多，请选择下一级单位分几次导入' }],
      })
  }
  return [...(await readOrganisations(ids)).values()]
}

async function inChunks<One, Other>(all: readonly One[], each: (one: One) => Promise<Other>): Promise<Other[]> {
  const done: Other[] = []
  for (let start = 0; start < all.length; start += 25)
    done.push(...(await Promise.all(all.slice(start, start + 25).map(each))))
  return done
}

const idFor = (prefix: 'a' | 'p', of: string): string =>
  prefix + base32(createHash('sha256').update(`import/${prefix}/${of}`).digest()).slice(0, 20)

/** @returns what a spreadsheet would change; nothing is saved. @throws Problem `personnel-impossible` for a day that cannot be. */
export async function previewImport(body: ImportBody, root: Organisation, actor: Actor, at: Instant): Promise<Preview> {
  const { date, rows, complete } = body
  const obstacles = dateObstacles({ date }, dayInChina(at))
  if (obstacles.length > 0) throw impossible(obstacles)
  const organisations = await treeOf(root)
  const listed = (await inChunks(organisations, ({ id }) => postsOf(id))).flat()
  const posts = [...(await readPosts(listed.map(({ id }) => id))).values()]
  const phones = [...new Set(rows.map(({ phone }) => cleanPhone(phone)).filter(isMobile))]
  const phoneIndexes = new Map(await inChunks(phones, async (phone) => [phone, await phoneIndexOf(phone)] as const))
  const bearers = await inChunks([...phoneIndexes.values()], officialByPhone)
  const holders = posts.flatMap((post) => post.holders.map(({ official }) => official))
  const officials = await readOfficials([...holders, ...bearers.filter((id) => id !== undefined)])
  const may = await decisionsOn(actor, organisations, at)
  const scene: ImportScene = {
    date,
    organisations,
    posts,
    officials,
    phoneIndexes,
    catalogue: await catalogueNow(),
    by: actor.id,
    ranks: actor.posts.map(({ rank }) => rank),
    writable: may('directory.write'),
    permissible: may('permission.write'),
    idFor,
  }
  const planned = planImport(rows, complete, scene)
  const versions = [...organisations, ...posts, ...officials.values()].map(({ id, version }) => `${id}:${version}`)
  return {
    changes: planned.map(({ change }) => change),
    actions: planned.flatMap(({ action }) => action ?? []),
    digest: createHash('sha256')
      .update(JSON.stringify([root.id, date, complete, rows, versions.sort()]))
      .digest('base64url'),
  }
}
