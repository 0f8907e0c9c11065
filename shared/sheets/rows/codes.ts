import type { CodeItem } from '../../knowledge/types'

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s()（）"“”'、，,.。]/g, '')
    .toLowerCase()

/** What people add to the name of a choice or leave out: 男性 for 男, 汉 for 汉族. */
const endings = /(性|族|类|型|级|者|人员|人口|户|情况|状态|程度|教育|毕业|文化|学历)$/
const bare = (text: string): string => (text.length > 1 ? text.replace(endings, '') : text)

/** Words for the same choice, whatever list it is in. */
const others: Readonly<Record<string, readonly string[]>> = {
  男: ['男士', '先生', 'male', 'm'],
  女: ['女士', 'female', 'f'],
  未婚: ['单身', '未结婚'],
  离婚: ['离异'],
  丧偶: ['丧妻', '丧夫'],
  大学本科教育: ['本科', '大学本科', '大学'],
  大学专科教育: ['大专', '专科'],
  研究生教育: ['研究生', '硕士', '博士', '硕士研究生', '博士研究生'],
  普通高级中学教育: ['高中'],
  初级中学教育: ['初中'],
  小学教育: ['小学'],
  中等职业教育: ['中专', '中技', '职高', '技校'],
  中国共产党党员: ['党员', '中共党员', '共产党员'],
  中国共产党预备党员: ['预备党员', '中共预备党员'],
  中国共产主义青年团团员: ['团员', '共青团员'],
  群众: ['一般群众', '普通居民', '普通群众'],
}

/** What somebody wrote for a choice. `several`: it may be more than one. */
export type CodeReading =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly several: readonly string[] }

/** @returns the code of what somebody wrote: by code, by name, by another word, by a name without its ending, by the only name it stands in */
export function codeIn(items: readonly CodeItem[], text: string): CodeReading {
  const written = plain(text)
  const ways: readonly ((item: CodeItem) => boolean)[] = [
    ({ name }) => plain(name) === written,
    ({ code }) => code.toLowerCase() === written,
    ({ name }) => (others[name] ?? []).includes(written),
    ({ name }) => bare(plain(name)) === bare(written),
    ({ name }) => written.length > 1 && plain(name).includes(written),
    ({ name }) => plain(name).length > 1 && written.includes(plain(name)),
  ]
  for (const way of ways) {
    const [found, another] = items.filter(way)
    if (found !== undefined && another === undefined) return { ok: true, code: found.code }
    if (found !== undefined) return { ok: false, several: items.filter(way).map(({ name }) => name) }
  }
  return { ok: false, several: [] }
}
