import { isHan, isSeparator } from './text'

/** The parts of an address, as the words are written. */
export const addressParts = [
  'prov',
  'city',
  'district',
  'town',
  'community',
  'road',
  'roadno',
  'compound',
  'building',
  'unit',
  'floor',
  'door',
] as const
export type AddressPart = (typeof addressParts)[number]

/** Where a part stands in the folded text. */
export interface Span {
  readonly part: AddressPart
  readonly start: number
  readonly end: number
}

/** What the dictionary knows at a position: the end of the longest name of a community, compound or road there. */
export interface Known {
  community(start: number, bare: boolean): number | undefined
  compound(start: number): number | undefined
  road(start: number): number | undefined
}

const single = '(?:[A-Z]{0,2}\\d{1,6}[A-Z]{0,2}(?:\\d{1,4}(?!\\d))?|[A-Z]{1,2}(?![A-Z])|[甲乙丙丁]\\d{0,4})'
const numerals = '[零〇一二三四五六七八九十百两]{1,5}'
const many = new RegExp(`^负?${single}(?:(?:[-~_/、]|一(?=[A-Z\\d])|至(?=\\d)|之(?=\\d))${single})*`)
const chinese = new RegExp(`^(?:负?${numerals}|[A-Z]一\\d{1,4}|[东西南北中])`)

type Mark = 'building' | 'unit' | 'floor' | 'door' | 'number' | 'lane' | 'yard' | 'bare'

/** What may follow a number, in the order of trying. */
const marks: readonly (readonly [Mark, RegExp])[] = [
  ['yard', /^号(大?院)/],
  [
    'building',
    /^(号大?楼(?!梯)|号公寓楼|幢楼?|栋楼?|憧|懂(?=$|\d|[^㐀-鿿])|座(?![落位])|塔楼|号塔楼?|#楼?|排(?![头水]))/,
  ],
  ['unit', /^(号?单元|号?梯(?!队)|号?门(?=$|\d|[^㐀-鿿]))/],
  ['floor', /^(楼(?![梯盘台])|层(?!次)|F(?![A-Z\d]))/],
  ['door', /^(号?室(?!内|外)|号?房间?(?!产|地|管)|号?户|号?铺|号店面?|号门面|床|市(?=$))/],
  ['lane', /^(弄|号弄|支弄|巷)/],
  ['number', /^号(?!线|大街|路|公路|支路|地块|桥|码头|矿|井|工业|小区|厂房|仓库|库|门)/],
]
/** After a number these make it part of a name: 「2期」「4号大街」「15组」「新2村」. */
const partOfName =
  /^([东南西北中](路|街|大道)|号?(国道|省道|县道|季|路|大街|街|支路|公路|线|码头|矿|地块|桥|厂房|仓库|库)|村|区|期|组|队|社|社区|大队|小队|米|公里|环|院|中|小学|中学|医院|分厂|厂|连|团|营|师|天|元|年|月|日|点|度|号门|\+|%)/

interface NumberToken {
  readonly end: number
  readonly numbers: readonly { readonly start: number; readonly end: number }[]
  readonly mark: Mark
  /** Written in Chinese numerals. */
  readonly chinese: boolean
}

/** A number with what it numbers, at a position of the folded text. */
export function numberAt(text: string, start: number): NumberToken | undefined {
  const rest = text.slice(start, start + 40)
  // 「八甲122号」 is a place 八甲; 「乙2号院」 is a number.
  const ordinal = /^[甲乙丙丁]/.test(rest) && /[一二三四五六七八九十]/.test(text.charAt(start - 1))
  const written = ordinal ? undefined : many.exec(rest)?.[0]
  if (written !== undefined) {
    const after = rest.slice(written.length)
    const mark = markOf(after)
    if (mark === undefined && (partOfName.test(after) || (/^[A-Z甲乙丙丁]+$/.test(written) && !endsHere(after))))
      return undefined
    const numbers: { start: number; end: number }[] = []
    let from = 0
    for (const part of written.split(/[-~_/、一至之]/)) {
      numbers.push({ start: start + from, end: start + from + part.length })
      from += part.length + 1
    }
    return { end: start + written.length + (mark?.length ?? 0), numbers, mark: mark?.mark ?? 'bare', chinese: false }
  }
  const word = chinese.exec(rest)?.[0]
  if (word === undefined) return undefined
  const after = rest.slice(word.length)
  const mark = markOf(after)
  if (mark === undefined || mark.mark === 'yard' || mark.mark === 'lane') return undefined
  const direction = /^[东西南北中]/.test(word)
  if (direction && !/^(单元|室|户)/.test(after)) return undefined
  const next = after.slice(mark.length)
  // 「一座桥」「三层楼房」「二房东」 are words.
  if (
    mark.mark !== 'building' &&
    mark.mark !== 'unit' &&
    mark.mark !== 'number' &&
    mark.mark !== 'floor' &&
    !endsHere(next) &&
    !/^\d/.test(next)
  )
    return undefined
  if (/^[座排]/.test(after) && !endsHere(next) && !/^[\dA-Z一二三四五六七八九十东西南北]/.test(next)) return undefined
  return {
    end: start + word.length + mark.length,
    numbers: [{ start, end: start + word.length }],
    mark: mark.mark,
    chinese: true,
  }
}

function markOf(after: string): { mark: Mark; length: number } | undefined {
  for (const [mark, pattern] of marks) {
    const found = pattern.exec(after)
    if (found !== null) return { mark, length: found[0].length }
  }
  return undefined
}

const endsHere = (text: string): boolean => text === '' || !(isHan(text.charAt(0)) || /[0-9A-Z]/.test(text.charAt(0)))

/** What stands last decides what a number without a word means. */
type Standing = 'start' | 'community' | 'road' | 'roadno' | 'lane' | 'compound' | 'building' | 'unit' | 'floor' | 'door'

const noise = /^(电联|电话联系|联系电话|自提|收件人|收货人|收|代收|转交?|送货上门|请放|放|谢谢)/
const beside =
  /^(交叉口|路口|十字路口|对面|旁边|附近|隔壁|后面|前面|侧边|楼下|楼上|内侧|里面|左边|右边|往[东南西北]|[东南西北]侧|[东南西北]边|[东南西北]面|交汇处?|[口旁内里侧的](?=$|[^㐀-鿿])|[与和及](?=[㐀-鿿]{1,6}[路街]))/
const roadEnding = /大道|大街|公路|国道|省道|胡同|街(?!道|区)|路(?!桥|灯|局)|巷(?!子)|弄(?!堂)|线(?=\d)|道(?=\d)/g
/** Inside a run of characters these end the name of something that is no road. */
const placeEnding =
  /(?:社区|村(?!口)|小区|住宅区|工业区|园区|开发区|新区|景区|花园|花苑|家园|公寓|大厦|广场|市场|山庄|新苑|公司|学院|学校|[^一二三四五六七八九十东南西北中大老新上下城工厂灵]区|苑|厂(?!房))(?=.)/g
const stretch = /^([东南西北中]段|[一二三四五六七八九十]段)/

/**
 * Reads what stands below the regions: community, road and number, compound, building, unit, floor, door.
 * @returns spans in the order of the text; each part at most once.
 */
export function readTail(
  text: string,
  start: number,
  known: Known,
  before: ReadonlySet<AddressPart>,
  limit = text.length,
): Span[] {
  const spans: Span[] = []
  const has = new Set<AddressPart>(before)
  let standing: Standing = 'start' as Standing
  const put = (part: AddressPart, from: number, to: number, now: Standing): void => {
    standing = now
    if (has.has(part) || to <= from) return
    has.add(part)
    spans.push({ part, start: from, end: to })
  }
  let at = start
  while (at < limit) {
    const character = text.charAt(at)
    if (character === '-' || character === '_' || isSeparator(character)) {
      at++
      continue
    }
    const token = numberAt(text, at)
    // 「1131号555电商园16幢」: a bare number may begin a name.
    const beginsName =
      token?.mark === 'bare' &&
      standing === 'roadno' &&
      /^[㐀-鿿]{2,12}[\dA-Z]{1,4}(幢|栋|号楼|座|-)/.test(text.slice(token.end, token.end + 20))
    if (token !== undefined && token.end <= limit && !beginsName) {
      // The dictionary may know a name that begins with a number: 「1号公馆」「2049小区」.
      const name = known.compound(at)
      if (name !== undefined && name > token.end && !has.has('compound')) {
        put('compound', at, name, 'compound')
        at = name
        continue
      }
      readNumber(text, token, at, standing, has, put)
      at = token.end
      continue
    }
    const rest = text.slice(at, at + 8)
    const spelt = /^(building|unit|floor)$/.test(standing) ? speltDoor.exec(rest)?.[0] : undefined
    if (spelt !== undefined) {
      put('door', at, at + spelt.length, 'door')
      at += spelt.length
      continue
    }
    // 「6楼四街36041」: halls of a market are walked by streets.
    const aisle =
      standing === 'floor' || standing === 'building'
        ? /^(\d{1,3}|[一二三四五六七八九十]{1,3})街(?=\d)/.exec(rest)
        : null
    if (aisle !== null) {
      put('unit', at, at + aisle[0].length, 'unit')
      at += aisle[0].length
      continue
    }
    const skipped =
      noise.exec(rest)?.[0] ??
      (standing === 'start' || known.compound(at) !== undefined ? undefined : beside.exec(rest)?.[0])
    if (skipped !== undefined) {
      at += skipped.length
      continue
    }
    at = readName(text, at, limit, standing, has, known, put)
  }
  return spans
}

/** 「三单元六零二」「10号四」「四二五9室」: a door read out digit by digit. */
const speltDoor = /^[零〇一二三四五六七八九十\d]{1,6}(室|房|(?=$|[^㐀-鿿\dA-Z-]))/

type Put = (part: AddressPart, from: number, to: number, now: Standing) => void

/** Reads one name of a run of characters. @returns where it ends. */
function readName(
  text: string,
  at: number,
  limit: number,
  standing: Standing,
  has: ReadonlySet<AddressPart>,
  known: Known,
  put: Put,
): number {
  let end = at + 1
  while (end < limit && /\d/.test(text.charAt(at)) && /\d/.test(text.charAt(end))) end++
  while (end < limit && !isSeparator(text.charAt(end)) && text.charAt(end) !== '-' && !startsNumber(text, end)) end++
  const knownCompound = has.has('compound') ? undefined : known.compound(at)
  const knownCommunity = has.has('community') ? undefined : known.community(at, standing === 'start')
  if (knownCompound !== undefined && knownCompound > (knownCommunity ?? 0)) {
    put('compound', at, knownCompound, 'compound')
    return knownCompound
  }
  if (knownCommunity !== undefined) {
    put('community', at, knownCommunity, 'community')
    return knownCommunity
  }
  const knownRoad = has.has('road') ? undefined : known.road(at)
  if (knownRoad !== undefined) {
    put('road', at, knownRoad, 'road')
    return knownRoad
  }
  const run = text.slice(at, end)
  if (
    !has.has('community') &&
    (standing === 'start' || standing === 'road' || standing === 'roadno' || standing === 'compound')
  ) {
    const length = communityShape(run)
    // 「鞋都三期上伊村」: the dictionary knows 上伊村.
    for (let within = 2; length !== undefined && within <= length - 3; within++) {
      if (known.community(at + within, false) !== at + length) continue
      put('compound', at, at + within, 'compound')
      put('community', at + within, at + length, 'community')
      return at + length
    }
    if (length !== undefined) {
      put('community', at, at + length, 'community')
      return at + length
    }
  }
  if (!has.has('community') && standing === 'start') {
    const length = hamletShape(run, text.charAt(end))
    if (length !== undefined) {
      // Its numbers are houses, as a compound's are.
      put('community', at, at + length, 'compound')
      return at + length
    }
  }
  // 「碧桂园4街11号」: streets inside a compound.
  if (!has.has('compound') && /^[㐀-鿿]{2,6}([园城苑]|小区|市场|中心)(\d+|[一二三四五六七八九十]+)街$/.test(run)) {
    put('compound', at, end, 'compound')
    return end
  }
  if (!has.has('road')) {
    const road = roadShape(run, text.slice(end, end + 1))
    if (road !== undefined && road.start === 0) {
      const village = has.has('community') || standing !== 'start' ? 0 : villageBefore(run.slice(0, road.end))
      if (village > 0) put('community', at, at + village, 'community')
      put('road', at + village, at + road.end, 'road')
      const after = stretch.exec(text.slice(at + road.end))
      return at + road.end + (after === null ? 0 : after[0].length)
    }
    if (road !== undefined) {
      const group = standing === 'start' && !has.has('community') && /[组队]$/.test(run.slice(0, road.end))
      put(group ? 'community' : 'compound', at, at + road.start, group ? 'community' : 'compound')
      return at + road.start
    }
  }
  const name = run.replace(/(电联|电话联系|自提)$/, '')
  // 「9栋商铺8号」: what is numbered behind is a door.
  if (standing === 'building') put('unit', at, at, 'unit')
  if (standing === 'building' || standing === 'unit' || standing === 'floor' || standing === 'door') return end
  put('compound', at, at + cutName(name), 'compound')
  return end
}

/** A compound's own name ends before the words that only say where beside it: 「锦绣花园对面」. */
function cutName(name: string): number {
  const found = /(对面|旁边|附近|隔壁|后面|前面|楼下|侧边|路口|交叉口)/.exec(name)
  return found === null || found.index === 0 ? name.length : found.index
}

const startsNumber = (text: string, at: number): boolean => {
  const token = numberAt(text, at)
  if (token === undefined) return false
  // Letters stand inside names: 「南苑E家」.
  return !token.chinese || token.mark !== 'bare'
}

/** @returns the length of a village's or community's name by its looks at the beginning of the run. */
function communityShape(run: string): number | undefined {
  const found =
    /^([㐀-鿿0-9]{1,7}?)(村民委员会|居民委员会|村委会|社区居委会|居委会|社区|村委|村部|嘎查|村村(?!委|民)|村)/.exec(run)
  const [whole = '', name = '', ending = ''] = found ?? []
  if (found === null) return undefined
  // 「大路村」 and 「花园村」 are villages, 「某某路某某村」 is a road and one.
  if (/(路|街|大道|巷|弄|小区|花园|公寓|大厦|广场|市场|[园苑厂司店院校])(?=.)/.test(name)) return undefined
  if (
    /(小区|公寓|大厦|广场|市场|[苑厂司店院校])$/.test(name) ||
    (/(路|街|大道|巷|弄)$/.test(name) && /[社居]/.test(ending) && name.length > 4)
  )
    return undefined
  const rest = run.slice(whole.length)
  // 「湖村桥村」
  if (ending === '村' && name.length === 1 && /^[㐀-鿿]村$/.test(rest)) return run.length
  if (ending === '村') {
    // 「嘉电新村」「度假村」 are compounds; 「新村」 as a village has a short name.
    if (/(度假|别墅|度暇|民俗|奥运|亚运)$/.test(name)) return undefined
    if (/新$/.test(name) && name.length >= 3) return undefined
    if (/^([东南西北中]?(路(?!口)|街|苑|巷|弄|门)|小区|花园|公寓|大道|新苑|家园|庄)/.test(rest)) return undefined
  }
  return whole.length
}

/** A hamlet by its looks at the beginning: 「羊家埭138号」「夏阳畈二区」. */
function hamletShape(run: string, next: string): number | undefined {
  const found =
    /^[㐀-鿿]{1,2}[埭洞畈塘头岙坞垟湾浜坑岭墩坡屿坪漾荡圩滩坝垅陂洼窑庙寺寨堡屯集沟坎家宅埠甸岛]|^[㐀-鿿]{2}山/.exec(
      run,
    )
  if (found === null) return undefined
  const rest = run.slice(found[0].length)
  // 「金鹅山车管所」, but not 「香格山庄」 or 「凤凰山路」.
  if (found[0].endsWith('山') && !/^([庄水居景村路街公花小新大医里门]|.{0,2}$)/.test(rest)) return found[0].length
  const compound =
    /^([东南西北一二三四五六七八九十]区|[㐀-鿿]{2,5}(小区|花园|花苑|家园|公寓|新苑)|[㐀-鿿]{2,3}[东南西北中]?(大道|路|街))/
  return (rest === '' && (next === '' || /[\dA-Z]/.test(next))) || compound.test(rest) ? found[0].length : undefined
}

/** A road's own name is short: what stands before it is a village without its ending, 「下骆宅|振兴东路」. */
function villageBefore(road: string): number {
  const old = /^([㐀-鿿]{2,3})[老新横直中后前]街$/.exec(road)
  if (old?.[1] !== undefined) return old[1].length
  const own = /[㐀-鿿]{2}[东南西北中一二三四五六七八九十]?(?:路|街)$/.exec(road)
  return own !== null && (own.index === 2 || own.index === 3) && road.length >= 6 ? own.index : 0
}

/** @returns where the first road of the run begins and ends. A place's name before it is left to be read by itself. */
function roadShape(run: string, next: string): { start: number; end: number } | undefined {
  // A villagers' group stands where a road does.
  const named = /^([㐀-鿿]{2,4})(?:\d+|[一二三四五六七八九十]+)(?:组|队)(?![㐀-鿿])/.exec(run)
  if (named?.[1] !== undefined) return { start: named[1].length, end: named[0].length }
  const group = /^[㐀-鿿\d]{1,6}?(?:村民小组|村民组|小组|组|生产队|大队|小队|队)(?![㐀-鿿])/.exec(run)
  if (group !== null) return { start: 0, end: group[0].length }
  roadEnding.lastIndex = 0
  for (let found = roadEnding.exec(run + next); found !== null; found = roadEnding.exec(run + next)) {
    const end = found.index + found[0].length + (found[0] === '街' && run.startsWith('路', found.index + 1) ? 1 : 0)
    if (end > run.length || found.index === 0 || /(步行|商业|美食)街$/.test(run.slice(0, end))) continue
    if (
      /^(店|公司|站|小学|中学|社区|小区|市场|花园|公寓)/.test(run.slice(end)) &&
      !/^(小区|花园|公寓)/.test(run.slice(end))
    )
      continue
    let start = 0
    placeEnding.lastIndex = 0
    const before = run.slice(0, end)
    for (let inner = placeEnding.exec(before); inner !== null; inner = placeEnding.exec(before)) {
      const cut = inner.index + inner[0].length
      // 「宏苑南路」 is a road, 「某某苑|中兴路」 is one behind a compound.
      const own = before.slice(cut, found.index)
      if (own.length >= 2 || (own.length === 1 && !/[东南西北中一二三四五六七八九十]/.test(own))) start = cut
    }
    if (found.index - start > 8) return undefined
    return { start, end }
  }
  return undefined
}

/** Gives a number its part by its word, or without one by what stands before it. */
function readNumber(
  text: string,
  { numbers, mark, end }: NumberToken,
  start: number,
  standing: Standing,
  has: ReadonlySet<AddressPart>,
  put: Put,
): void {
  const [first] = numbers
  const last = numbers.at(-1)
  if (first === undefined || last === undefined) return
  const below = has.has('building') || has.has('unit')
  const single = numbers.length === 1
  const length = text.slice(last.start, last.end).replace(/[A-Z]/g, '').length
  // A letter alone is no small number.
  const digits = length === 0 ? 3 : length
  const list = text.slice(start, end).includes('、')
  const range = !single && !list && isRange(text.slice(first.start, first.end), text.slice(last.start, last.end))
  /** The numbers between the dashes to one part each: 16-2-501 is building, unit and door. */
  const split = (...parts: readonly ('roadno' | 'building' | 'unit' | 'floor' | 'door')[]): void => {
    parts.forEach((part, index) => {
      const from = index === 0 ? start : numbers[index]?.start
      const to = index === parts.length - 1 ? end : numbers[index]?.end
      if (from !== undefined && to !== undefined) put(part, from, to, part)
    })
  }
  const whole = (part: 'roadno' | 'building' | 'unit' | 'floor' | 'door'): void => put(part, start, end, part)
  const next = (): NumberToken | undefined =>
    numberAt(text, text.charAt(end) === '-' || text.charAt(end) === '_' ? end + 1 : end)
  const nextIsDoor = (): boolean => {
    const token = next()
    return token !== undefined && (token.mark === 'bare' || token.mark === 'door')
  }
  // 「A1201」 in a compound is building A, door 1201.
  const lettered = /^([A-Z]{1,2})\d{3,}$/.exec(text.slice(first.start, first.end))?.[1]
  const free = standing === 'compound' || standing === 'roadno'
  if (lettered !== undefined && !below && free && (single || range) && /^(bare|door|number)$/.test(mark)) {
    put('building', start, start + lettered.length, 'building')
    put('door', start + lettered.length, end, 'door')
    return
  }
  const pair =
    single && /^(bare|door|number)$/.test(mark)
      ? /^(\d{1,3}[A-Z])\d{3,4}$/.exec(text.slice(first.start, first.end))
      : null
  if (pair?.[1] !== undefined && !has.has('unit')) {
    // 「43A833室」
    const cut = start + pair[1].length
    put(has.has('building') ? 'unit' : 'building', start, cut, 'unit')
    put('door', cut, end, 'door')
    return
  }
  if (list && (mark === 'number' || mark === 'bare')) {
    whole(!has.has('roadno') && /^(road|community|start)$/.test(standing) ? 'roadno' : 'door')
    return
  }
  if (mark === 'yard') whole('roadno')
  else if (mark === 'lane') put(has.has('roadno') ? 'building' : 'roadno', start, end, 'lane')
  else if (mark === 'building') whole('building')
  else if (mark === 'unit' || mark === 'floor') {
    if (numbers.length === 2 && !has.has('building')) split('building', mark)
    else if (numbers.length === 2 && mark === 'floor' && !has.has('unit')) split('unit', 'floor')
    // 「149楼11单元」
    else if (mark === 'floor' && !below && next()?.mark === 'unit') whole('building')
    else whole(mark)
  } else if (mark === 'number') readHouseNumber()
  else if (mark === 'bare') readBare()
  else if (range || single) whole('door')
  else if (numbers.length >= 3 && !below) split('building', 'unit', 'door')
  else if (!has.has('building')) split('building', 'door')
  else if (has.has('unit')) whole('door')
  else split('unit', 'door')

  function readHouseNumber(): void {
    if (standing === 'lane') {
      // 「2891弄626号A栋」: the building is named behind it.
      if (next()?.mark !== 'building') whole('building')
    } else if (standing === 'road' || standing === 'community' || standing === 'start') {
      if (has.has('roadno')) whole('door')
      else if (next()?.mark === 'building') whole('roadno')
      // 「东葛村3-182号」: a village has no numbers of a road.
      else if (!single && !range && standing === 'community' && digits >= 3) split('building', 'door')
      else if (!single && !range) split('roadno', 'building')
      // 「体育场路体东社区128号1138」
      else whole(standing === 'community' && has.has('road') && nextIsDoor() ? 'building' : 'roadno')
    } else if (standing === 'compound' && !below) {
      if (!single && !range) split('building', digits <= 2 ? 'unit' : 'door')
      else whole(next()?.mark === 'building' && !has.has('roadno') ? 'roadno' : 'building')
    } else if (standing === 'building' && !has.has('unit')) {
      const row = text.charAt(start - 1) === '排'
      // Shops of a market are numbered right below the building.
      const shops = tradePlace.test(text.slice(0, start))
      if (range) whole('door')
      else if (!single) split('unit', 'door')
      else if (shops && !nextIsDoor()) whole('door')
      else whole(row || digits <= 2 || nextIsDoor() || next()?.mark === 'floor' ? 'unit' : 'door')
    } else whole('door')
  }

  function readBare(): void {
    const onRoad = standing === 'road' && !has.has('roadno')
    const inBuilding = !has.has('unit') && standing === 'building'
    if (numbers.length >= 3 && !below) split('building', 'unit', 'door')
    else if (range) whole(onRoad ? 'roadno' : 'door')
    // 「7单元2-4」 is on the second floor.
    else if (numbers.length === 2 && standing === 'unit' && end - start <= 5 && !has.has('floor'))
      split('floor', 'door')
    else if (!single && inBuilding) split('unit', 'door')
    else if (!single && onRoad) split('roadno', digits >= 3 ? 'door' : 'building')
    else if (!single) {
      if (below) whole('door')
      else split('building', digits >= 3 ? 'door' : 'unit')
    } else if (onRoad || (!has.has('roadno') && (standing === 'community' || standing === 'start'))) whole('roadno')
    // 「1449号-6」
    else if (
      !below &&
      digits <= 2 &&
      (standing === 'compound' || (standing === 'roadno' && text.charAt(start - 1) === '-'))
    )
      whole('building')
    else whole(inBuilding && (digits <= 2 || next()?.mark === 'floor') ? 'unit' : 'door')
  }
}

const tradePlace = /(市场|中心|产业园|工业园|科创园|商城|交易|物流园|园区)[^单元]{0,8}$/

/** 「15-16」 and 「1201-1203」 are neighbours, 「3-501」 is not. */
function isRange(first: string, last: string): boolean {
  const step = Number(last.replace(/\D/g, '')) - Number(first.replace(/\D/g, ''))
  return step === 1 || (step > 1 && step <= 10 && first.length === last.length && first.length >= 3)
}
