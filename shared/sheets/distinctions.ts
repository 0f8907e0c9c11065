/**
 * Words that make two headings mean different things however much else they share: 上次检查 and 下次检查, 月收入 and 年收入, 服务项目 and 服务需求.
 */
interface Distinction {
  /** Different also when only one of the two says any of it. */
  readonly strict: boolean
  readonly ways: readonly RegExp[]
}

const strict = (...ways: readonly RegExp[]): Distinction => ({ strict: true, ways })
const loose = (...ways: readonly RegExp[]): Distinction => ({ strict: false, ways })

const distinctions: readonly Distinction[] = [
  strict(/下次|下一|下回|下期/),
  loose(/首次|初次|第一次|首针/, /上次|上一|最近|末次|最后/),
  strict(/需求|意愿|意向|愿望|希望|愿意|诉求|需要|想/),
  strict(/预计|计划|拟|应到|应转|目标/),
  loose(/月(?!份|经)/, /年(?!龄|级|检|审|代|份|度)|年度/, /周(?!岁|期|边)/, /每天|每日|日均/),
  strict(/人均|户均|平均/),
  strict(/(整改|变更|处置|转移|改造|搬迁)前|^原/, /(整改|变更|处置|转移|改造|搬迁)后/),
  loose(/最高|最大|最多|上限/, /最低(?!生活)|最小|最少|下限/),
  loose(/左/, /右/),
  loose(/室内|户内|套内|地下|内部/, /室外|户外|地上|外部/),
  strict(/子女|孙/, /配偶|夫妻|爱人|丈夫|妻子/, /父母|父亲|母亲/, /邻居/),
  loose(/家庭|家属|家人|全家/, /本人|个人/),
  loose(/男(?!女)/, /女(?!儿|子)/),
  strict(/未(?!成年)|不(?!动产)|非(?!机动)|拒/),
  strict(/新增|新建|新装/),
  loose(/开始|起始|入学|入伍|成立/, /结束|终止|到期|截止|届满|失效/),
  loose(/申请|申报/, /批准|审批|核准|核定/),
]

const figures = /\d+|[一二三四五六七八九]十|[一二三四五六七八九](?=[级类期])/g

/** What a text says of each distinction, by position in its ways, -1: nothing; and the figures in it. */
interface Said {
  readonly ways: readonly number[]
  readonly figures: string
}

const remembered = new Map<string, Said>()
const mostRemembered = 30_000

function saidIn(text: string): Said {
  const known = remembered.get(text)
  if (known) return known
  const said: Said = {
    ways: distinctions.map(({ ways }) => ways.findIndex((way) => way.test(text))),
    figures: text.match(figures)?.join() ?? '',
  }
  if (remembered.size > mostRemembered) remembered.clear()
  remembered.set(text, said)
  return said
}

/** @returns about how many of these two texts say different things */
export function differences(one: string, other: string): number {
  const [first, second] = [saidIn(one), saidIn(other)]
  let count = first.figures !== '' && second.figures !== '' && first.figures !== second.figures ? 1 : 0
  for (const [at, { strict: always }] of distinctions.entries()) {
    const [way = -1, otherWay = -1] = [first.ways[at], second.ways[at]]
    if (way !== otherWay && (always || (way >= 0 && otherWay >= 0))) count++
  }
  return count
}
