import type { ImportRow } from '@zmht/shared/contract'
import { type CataloguePost, isHeldOn, suggestPosts } from '@zmht/shared/permission'
import { isSecurityPost, needsPermissionKeeper } from './post-rules'
import type { Official, Organisation, PostRecord } from './records'

/** The part of the directory a spreadsheet is about, as it is read. */
export interface ImportScene {
  readonly date: string
  readonly organisations: readonly Organisation[]
  readonly posts: readonly PostRecord[]
  /** Everybody on these posts, and whoever has a phone of the sheet. */
  readonly officials: ReadonlyMap<string, Official>
  /** A phone as the sheet has it → its blind index. */
  readonly phoneIndexes: ReadonlyMap<string, string>
  readonly catalogue: readonly CataloguePost[]
  /** Whoever imports, with the ranks of their posts. */
  readonly by: string
  readonly ranks: readonly string[]
  /** The organisations in which they may change the directory, and permissions. */
  readonly writable: ReadonlySet<string>
  readonly permissible: ReadonlySet<string>
  /** An id that is the same whenever the same is imported. */
  readonly idFor: (prefix: 'a' | 'p', of: string) => string
}

/** A post a row means: one there is, or one to be made from the catalogue. */
export interface WantedPost {
  readonly id: string
  readonly title: string
  readonly organisation: Organisation
  readonly create?: CataloguePost
}

/** What a row means. */
export interface Matched {
  readonly row: number
  readonly post: WantedPost
  readonly official: string
  readonly name: string
  /** The official is new, or has another phone from now on. */
  readonly isNew: boolean
  readonly phone?: string
}

export interface Unmatched {
  readonly message: string
  readonly suggestions?: readonly string[]
}

const without = (name: string): string => name.replace(/[\s（）()]/g, '')
const endings = /(居民委员会|村民委员会|居委会|村委会|办事处|社区|街道)$/

/** A name without what people add to it or leave out. */
function bareName(name: string): string {
  let bare = without(name)
  for (let before = ''; before !== bare && bare.length > 2; ) {
    before = bare
    bare = bare.replace(endings, '')
  }
  return bare
}

function organisationOf(name: string, organisations: readonly Organisation[]): Organisation | Unmatched {
  if (name.trim() === '') return { message: '请填写单位' }
  const named = organisations.filter((one) => one.ended === undefined)
  const exact = named.filter((one) => without(one.name) === without(name))
  const alike = exact.length > 0 ? exact : named.filter((one) => bareName(one.name) === bareName(name))
  const [found, another] = alike
  if (found === undefined) return { message: `没有找到单位「${name}」，请核对名称，或先建立这个单位` }
  return another === undefined ? found : { message: `有几个单位都叫「${name}」，请写全称` }
}

/** Of several posts of one name it is the one the person holds. */
function postOf(title: string, organisation: Organisation, person: string, scene: ImportScene): WantedPost | Unmatched {
  if (title.trim() === '') return { message: '请填写岗位' }
  const here = scene.posts.filter((post) => post.organisationId === organisation.id)
  const isTheirs = ({ holders }: PostRecord): boolean =>
    holders.some((one) => one.official === person && isHeldOn(one, scene.date))
  const open = here
    .filter(({ closed }) => !closed)
    .sort((one, other) => Number(isTheirs(other)) - Number(isTheirs(one)))
  const exact = open.find((post) => without(post.title) === without(title))
  if (exact !== undefined) return existing(exact, organisation, scene)
  const suggested = suggestPosts(title, scene.catalogue)
  const [entry] = suggested
  const isExact = entry !== undefined && [entry.title, ...entry.aliases].includes(title.trim())
  if (entry === undefined || !isExact)
    return { message: `没有找到岗位「${title}」`, suggestions: suggested.map((one) => one.title) }
  const same = open.find((post) => post.catalogue === entry.code || post.title === entry.title)
  if (same !== undefined) return existing(same, organisation, scene)
  if (needsPermissionKeeper(entry, undefined, entry, scene.ranks) && !scene.permissible.has(organisation.id))
    return { message: `岗位「${entry.title}」要由权限管理员设置` }
  const id = scene.idFor('p', `${organisation.id}/${entry.code}`)
  return { id, title: entry.title, organisation, create: entry }
}

function existing(post: PostRecord, organisation: Organisation, scene: ImportScene): WantedPost | Unmatched {
  if (isSecurityPost(post, scene.catalogue) && !scene.permissible.has(organisation.id))
    return { message: `岗位「${post.title}」要由权限管理员安排人员` }
  return { id: post.id, title: post.title, organisation }
}

/** A phone as it is dialled. */
export const cleanPhone = (phone: string): string => phone.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')
export const isMobile = (phone: string): boolean => /^1[3-9]\d{9}$/.test(phone)

type Person = Pick<Matched, 'official' | 'name' | 'isNew' | 'phone'>

/** By phone first, then by name within the organisation. */
function personOf(row: ImportRow, organisation: Organisation, scene: ImportScene): Person | Unmatched {
  const name = row.name.replace(/\s/g, '')
  const phone = cleanPhone(row.phone)
  if (name === '') return { message: '请填写姓名' }
  if (phone !== '' && !isMobile(phone)) return { message: `「${row.phone}」不是 11 位手机号` }
  const index = scene.phoneIndexes.get(phone)
  const bearer = [...scene.officials.values()].find(({ phoneIndex }) => phoneIndex === index)
  if (bearer !== undefined)
    return bearer.name === name
      ? { official: bearer.id, name, isNew: false }
      : { message: `这个手机号已登记为${bearer.name}，与表格里的${name}不一致` }
  const here = new Set(
    scene.posts
      .filter(({ organisationId }) => organisationId === organisation.id)
      .flatMap(({ holders }) => holders.filter((one) => isHeldOn(one, scene.date)).map(({ official }) => official)),
  )
  const [known, another] = [...here].flatMap((id) => {
    const one = scene.officials.get(id)
    return one?.name === name ? [one] : []
  })
  if (another !== undefined) return { message: `「${organisation.name}」有几位${name}，请填写手机号` }
  if (known !== undefined) return { official: known.id, name, isNew: false, ...(phone === '' ? {} : { phone }) }
  if (index === undefined) return { message: `${name}是新来的，请填写手机号` }
  return { official: scene.idFor('a', index), name, isNew: true, phone }
}

/** @returns what a row means, or why that is not known */
export function matchRow(row: ImportRow, scene: ImportScene): Matched | Unmatched {
  const organisation = organisationOf(row.organisation, scene.organisations)
  if ('message' in organisation) return organisation
  if (!scene.writable.has(organisation.id)) return { message: `「${organisation.name}」不在您的管理范围内` }
  const person = personOf(row, organisation, scene)
  if ('message' in person) return person
  const post = postOf(row.post, organisation, person.official, scene)
  if ('message' in post) return post
  if (person.official === scene.by) return { message: '自己的岗位要由其他人办理，这一行不会导入' }
  if (person.phone !== undefined && !person.isNew && !mayChangePhone(person.official, scene))
    return { message: `${person.name}的手机号要由权限管理员修改` }
  return { row: row.row, post, ...person }
}

/** Whoever has the phone signs in: of who may change who may do what, it is not changed in passing. */
function mayChangePhone(official: string, scene: ImportScene): boolean {
  return scene.posts
    .filter(({ holders }) => holders.some((one) => one.official === official && isHeldOn(one, scene.date)))
    .every((post) => !isSecurityPost(post, scene.catalogue) || scene.permissible.has(post.organisationId))
}
