/**
 * The first official of a new deployment, who then imports the divisions and adds others:
 *   TABLE_NAME=… SECRETS_ARN=… npx tsx functions/permissions/first-official.ts 11 北京市人民政府 市级统筹 张三 13800000000
 * Run again with the same words it changes nothing but the name and the phone.
 */
import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { placeIdFrom } from '@zmht/shared/geo'
import { base32, seal } from '../platform/cipher'
import { dayInChina, now } from '../platform/clock'
import { readStandingItem, saveStanding } from './account.store'
import { phoneIndexOf } from './by-phone'
import { saveOfficial, savePost } from './directory.store'
import { saveOrganisation } from './organisation.store'
import { compileStanding, phoneContext } from './standing'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const idFrom = (prefix: string, text: string): string => prefix + base32(digest(text)).slice(0, 20)

interface FirstOfficial {
  /** 2, 4 or 6 digits: the division the organisation manages. */
  readonly division: string
  readonly organisation: string
  readonly post: string
  readonly name: string
  readonly phone: string
}

export async function makeFirstOfficial({ division, organisation, post, name, phone }: FirstOfficial): Promise<string> {
  // The id an import gives the division, so that the organisation can be there before the places are.
  const place = placeIdFrom(digest(`division:${division}`))
  const organisationId = `o${place}`
  const postId = idFrom('p', `${organisationId}/${post}`)
  const id = idFrom('a', `first/${postId}`)
  const from = dayInChina(now())
  await saveOrganisation({ id: organisationId, name: organisation, kind: 'government', manages: [place], version: 1 })
  await savePost({
    id: postId,
    title: post,
    organisationId,
    roles: [
      'statistics-viewer',
      'service-organiser',
      'hierarchy-keeper',
      'knowledge-keeper',
      'permission-keeper',
      'directory-keeper',
    ],
    tags: [],
    rank: 'city',
    closed: false,
    holders: [{ official: id, as: 'holder', from }],
    edition: 1,
    version: 1,
  })
  await saveOfficial({
    id,
    name,
    phone: await seal(phone, phoneContext(id)),
    phoneIndex: await phoneIndexOf(phone),
    holdings: [{ post: postId, as: 'holder', from }],
    absences: [],
    version: 1,
  })
  const standing = await compileStanding(id, await readStandingItem(id))
  if (standing !== undefined) await saveStanding(standing)
  return id
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [division, organisation, post, name, phone] = process.argv.slice(2)
  if (!division || !organisation || !post || !name || !/^1[3-9]\d{9}$/.test(phone ?? '')) {
    console.error('用法：first-official.ts 区划代码 单位 岗位 姓名 手机号')
    process.exit(1)
  }
  await makeFirstOfficial({ division, organisation, post, name, phone: phone ?? '' })
  console.log('已建立。用这个手机号登录政务侧即可。')
}
