import type { Rank } from './directory'
import type { Role } from './roles'

/**
 * One name of the catalogue of posts 岗位目录: what a post of this name may carry, so that 岗位 mean the same everywhere. Giving somebody such a post gives
 * what its roles give, no more; a role beyond the catalogue is given by who keeps permissions.
 */
export interface CataloguePost {
  readonly code: string
  readonly title: string
  /** Other names it goes by in spreadsheets. */
  readonly aliases: readonly string[]
  readonly rank: Rank
  readonly roles: readonly Role[]
  readonly tags: readonly string[]
  /** May change who may do what: given by who keeps permissions only. */
  readonly security: boolean
}

const post = (
  code: string,
  title: string,
  rank: Rank,
  roles: readonly Role[],
  aliases: readonly string[] = [],
  tags: readonly string[] = [],
): CataloguePost => ({
  code,
  title,
  aliases,
  rank,
  roles,
  tags,
  security: roles.some((role) => securityRoles.has(role)),
})

/** Roles that change who may do what, or that watch over it: never given in passing. */
export const securityRoles: ReadonlySet<Role> = new Set(['permission-keeper', 'directory-keeper', 'auditor'])

/** Pairs of roles one person never holds together 职责分离. */
export const incompatibleRoles: readonly (readonly [Role, Role])[] = [
  ['permission-keeper', 'auditor'],
  ['directory-keeper', 'auditor'],
]

/** The names a deployment starts with; a deployment adds its own. */
export const basePostCatalogue: readonly CataloguePost[] = [
  post(
    'community-secretary',
    '社区书记',
    'community',
    ['service-organiser', 'service-worker', 'statistics-viewer', 'place-keeper', 'notice-approver'],
    ['社区党委书记', '社区党支部书记', '居委会主任', '书记主任', '党委书记、居委会主任', '村书记'],
  ),
  post(
    'community-deputy',
    '社区副书记',
    'community',
    ['service-organiser', 'service-worker', 'statistics-viewer'],
    ['社区党委副书记', '居委会副主任', '副主任'],
  ),
  post(
    'social-worker',
    '社工',
    'worker',
    ['service-organiser', 'service-worker'],
    ['社区工作者', '社区专职工作者', '社工员', '专职社工'],
  ),
  post('grid-worker', '网格员', 'worker', ['service-worker'], ['专职网格员', '网格长', '网格管理员', '社区网格员']),
  post('building-head', '楼门长', 'worker', [], ['楼长', '单元长', '楼栋长']),
  post(
    'subdistrict-livelihood',
    '街道民生专员',
    'subdistrict',
    ['statistics-viewer', 'service-organiser', 'place-organiser', 'notice-approver'],
    ['民生保障办公室科员', '民生专员', '社会事务专员'],
  ),
  post(
    'subdistrict-director',
    '街道办事处主任',
    'subdistrict',
    ['statistics-viewer'],
    ['街道主任', '办事处主任', '镇长', '乡长'],
  ),
  post(
    'subdistrict-secretary',
    '街道工委书记',
    'subdistrict',
    ['statistics-viewer'],
    ['街道书记', '党工委书记', '镇党委书记'],
  ),
  post(
    'subdistrict-clerk',
    '街道科员',
    'subdistrict',
    ['statistics-viewer', 'service-organiser'],
    ['科员', '办事员', '街道干部'],
  ),
  post(
    'subdistrict-personnel',
    '街道人事专员',
    'subdistrict',
    ['directory-keeper'],
    ['组织人事专员', '党建办人事', '组织委员'],
  ),
  post(
    'district-coordinator',
    '区级统筹',
    'district',
    ['statistics-viewer', 'service-organiser', 'place-organiser', 'knowledge-reviewer', 'notice-approver'],
    ['区民政局科长', '区级专员'],
  ),
  post(
    'department-handler',
    '部门经办人',
    'district',
    ['service-worker'],
    ['经办', '信访专员', '热线专员', '部门科员'],
  ),
  post('district-director', '区局局长', 'district', ['statistics-viewer'], ['局长', '区民政局局长']),
  post(
    'city-coordinator',
    '市级统筹',
    'city',
    ['statistics-viewer', 'hierarchy-keeper', 'place-organiser', 'knowledge-keeper', 'notice-approver'],
    ['市民政局处长', '市级专员'],
  ),
  post(
    'city-taskforce',
    '市级专项负责人',
    'city',
    ['statistics-viewer', 'service-organiser'],
    ['市应急局处长', '市消防救援局处长', '专项行动负责人', '专班负责人'],
  ),
  post(
    'permission-keeper',
    '权限管理员',
    'city',
    ['permission-keeper', 'directory-keeper'],
    ['系统管理员', '信息中心管理员'],
  ),
  post('auditor', '安全审计员', 'city', ['auditor'], ['审计员', '纪检专员']),
  post('institution-contact', '单位联络员', 'worker', ['institution-staff'], ['联络人', '安全员', '物业经理', '前台']),
]

const bigrams = (text: string): ReadonlySet<string> => {
  const clean = text.replace(/[\s（）()、，,/·-]/g, '')
  if (clean.length < 2) return new Set([clean])
  return new Set(Array.from({ length: clean.length - 1 }, (_, at) => clean.slice(at, at + 2)))
}

/** Dice's coefficient over pairs of characters, 0 … 1. */
function likeness(one: string, other: string): number {
  const [left, right] = [bigrams(one), bigrams(other)]
  let shared = 0
  for (const pair of left) if (right.has(pair)) shared += 1
  return (2 * shared) / (left.size + right.size)
}

/** Below this a name is not offered. */
const leastLikeness = 0.4

/** @returns names of the catalogue a title may mean, the likeliest first; a title that is in it gives that name alone */
export function suggestPosts(title: string, catalogue: readonly CataloguePost[]): readonly CataloguePost[] {
  const wanted = title.trim()
  const exact = catalogue.find((one) => one.title === wanted || one.aliases.includes(wanted))
  if (exact !== undefined) return [exact]
  return catalogue
    .map((one) => ({ one, like: Math.max(...[one.title, ...one.aliases].map((name) => likeness(name, wanted))) }))
    .filter(({ like }) => like >= leastLikeness)
    .sort((first, second) => second.like - first.like)
    .slice(0, 3)
    .map(({ one }) => one)
}
