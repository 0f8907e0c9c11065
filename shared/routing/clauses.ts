/** A stretch of a text, with how much what it says counts. */
export interface Clause {
  readonly start: number
  readonly end: number
  /** 0: said to be something else; 1: said; more: what is asked for. */
  readonly weight: number
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** The text as it is compared: small letters, narrow figures, character by character, so that every position stays where it was. */
export const plainly = (text: string): string => text.replace(/[\uff01-\uff5eA-Z]/g, narrow)

const narrow = (character: string): string =>
  character >= '\uff01' ? String.fromCharCode(character.charCodeAt(0) - 0xfee0).toLowerCase() : character.toLowerCase()

const clauseEnd = /[。！？!?；;\n，,、：:]/
/** 「不是物业费的事」 denies; 「是不是」「这不是…吗」「不是…就是…」 do not. */
const denial = /(?:^|[^是可要倒])(不是|并非|并不是)/
const rhetorical = /(吗|么|嘛)$/
const elsewhere = /(没有?关系|无关|不关|还是其次|先不说|且不说|暂且不|不提了|不算什么|不是重点)/
/** What comes of it, not what it is: 「孩子没法写作业」. */
const effect =
  /(没法|无法|不能(?!.{0,4}(吗|呢))|影响|受不了|不敢|害怕|怕(?!水)|吓得|吓死|都得(?!到)|只能|只好|不得不|睡不(着|好)|休息不好|苦不堪言|出行|太危险|很危险|绕道|绕行|摔(了|倒|伤)|眼看)/
const settled = /(已经(修好|解决|处理好|弄好|办好|清走|清理)|修好了|解决了)/
const asking =
  /(请|希望|能不能|能否|可否|可不可以|麻烦|想问|问问|咨询|投诉|举报|反映|要求|求|怎么办|谁管|谁来管|申请|建议|盼)/

/** A text in clauses, each with its weight. Deterministic; the spans cover the text but for what separates them. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = []
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !clauseEnd.test(text.charAt(at))) continue
    if (at > start) clauses.push(...weighed(text, start, at))
    start = at + 1
  }
  return clauses
}

function weighed(text: string, start: number, end: number): Clause[] {
  const said = text.slice(start, end)
  const weight =
    elsewhere.test(said) || settled.test(said) ? faint : asking.test(said) ? asked : effect.test(said) ? follows : 1
  const denied = rhetorical.test(said) ? null : denial.exec(said)
  if (denied === null) return [{ start, end, weight }]
  const from = start + denied.index + denied[0].length - (denied[1]?.length ?? 0)
  // 「不是私家车堵的，是单车」: what stands before the denial, and behind 「而是」, is said.
  const instead = text.slice(from, end).search(/而是|就是/)
  const until = instead < 0 ? end : from + instead
  return [
    { start, end: from, weight },
    { start: from, end: until, weight: 0 },
    { start: until, end, weight },
  ].filter((one) => one.end > one.start)
}

const faint = 0.2
const follows = 0.6
const asked = 1.2
