/** The sections of an official's home page 首页 and its tools: which there are, and how a post's page is made up. */

export const homeSections = ['news', 'waiting', 'tasks', 'numbers', 'keeping', 'tools'] as const
export type HomeSection = (typeof homeSections)[number]

export const homeSectionNames: Readonly<Record<HomeSection, string>> = {
  news: '新来的',
  waiting: '先办这些',
  tasks: '下派的任务',
  numbers: '我的数字',
  keeping: '台账要核对的',
  tools: '工具',
}

export const homeTools = [
  'board',
  'applications',
  'book',
  'places',
  'ledgers',
  'notices',
  'provisions',
  'knowledge',
  'look',
  'audit',
] as const
export type HomeTool = (typeof homeTools)[number]

export const homeToolNames: Readonly<Record<HomeTool, string>> = {
  board: '总览',
  applications: '应用',
  book: '通讯录',
  places: '地理层级',
  ledgers: '待核对的资料',
  notices: '通知',
  provisions: '数据下沉',
  knowledge: '城市知识体系',
  look: '谁能看什么',
  audit: '审计',
}

/** What stands on a home page, in this order; what is not named does not. */
export interface HomeArrangement {
  readonly sections: readonly HomeSection[]
  readonly tools: readonly HomeTool[]
}

/** What somebody changed for themself: the order of sections, and those they do not want to see. */
export interface OwnHome {
  readonly sections: readonly HomeSection[]
  readonly hidden: readonly HomeSection[]
}

const everyTool: readonly HomeTool[] = ['board', 'applications', 'book', 'places', 'knowledge', 'look', 'audit']

/** Who handles things one by one begins with what waits, who organises with what came and how it goes, who only reads with the numbers. */
const byRole: Readonly<Record<string, HomeArrangement>> = {
  'service-worker': {
    sections: ['news', 'waiting', 'tasks', 'numbers', 'keeping', 'tools'],
    tools: everyTool,
  },
  'service-organiser': {
    sections: ['news', 'waiting', 'tasks', 'numbers', 'keeping', 'tools'],
    tools: [...everyTool, 'notices', 'provisions'],
  },
  'statistics-viewer': { sections: ['numbers', 'tasks', 'news', 'tools'], tools: everyTool },
  'notice-approver': { sections: ['news', 'waiting', 'tools'], tools: [...everyTool, 'notices'] },
  'data-steward': { sections: ['news', 'tools'], tools: [...everyTool, 'provisions'] },
  'institution-staff': { sections: ['news', 'waiting', 'tasks', 'tools'], tools: ['book', 'places', 'knowledge'] },
  auditor: { sections: ['tools'], tools: ['audit', 'look', 'book', 'places', 'knowledge'] },
  'permission-keeper': { sections: ['tools', 'news'], tools: ['look', 'book', 'places', 'knowledge', 'audit'] },
}

/** What anybody else begins with. */
const otherwise: HomeArrangement = { sections: ['news', 'tools'], tools: everyTool }

/** How a role's home page is made up where nobody arranged it. */
export const defaultHome = (role: string): HomeArrangement => byRole[role] ?? otherwise

const distinct = <T>(all: readonly T[]): readonly T[] => [...new Set(all)]

/**
 * The home page of somebody with these roles: what each of them has, in the order of the first that names it; then as they put it themself.
 * A role that stands earlier in the catalogue of pages above says the order.
 */
export function homeFor(
  roles: readonly string[],
  arranged: Readonly<Record<string, HomeArrangement>>,
  own?: OwnHome,
): HomeArrangement {
  const ranks = Object.keys(byRole)
  const rankOf = (role: string) => (ranks.includes(role) ? ranks.indexOf(role) : ranks.length)
  const ordered = [...distinct(roles)].sort((one, other) => rankOf(one) - rankOf(other))
  const pages = (ordered.length === 0 ? [''] : ordered).map((role) => arranged[role] ?? defaultHome(role))
  const sections = distinct(pages.flatMap((page) => page.sections))
  const tools = distinct(pages.flatMap((page) => page.tools))
  if (own === undefined) return { sections, tools }
  const wanted = sections.filter((section) => !own.hidden.includes(section))
  // What came after they arranged it stands behind what they know.
  const first = own.sections.filter((section) => wanted.includes(section))
  return { sections: distinct([...first, ...wanted]), tools }
}

/** @returns a list with one of it moved up or down by one; at the end it stays */
export function moved<T>(all: readonly T[], one: T, step: -1 | 1): readonly T[] {
  const at = all.indexOf(one)
  const to = at + step
  if (at < 0 || to < 0 || to >= all.length) return all
  const rest = all.filter((other) => other !== one)
  return [...rest.slice(0, to), one, ...rest.slice(to)]
}
