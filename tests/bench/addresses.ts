// Address parsing beside its peers on the same labelled addresses, in one run: `npm run bench -- addresses`.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type AddressPart, openDictionary, parseAddress } from '@zmht/shared/geo'
import { buildDictionary, countryDictionary } from '../../functions/hierarchy/dictionary'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** Real labelled addresses; they have no licence, so they are read where they lie and never copied. */
const labelled = join(root, '..', 'shared', 'data', 'addresses.dev.jsonl')

export interface BenchRow {
  readonly what: string
  readonly figure: string
  readonly bar: string
  readonly reached: boolean
}

/** The labels of the corpus for our parts. */
const labelOf = {
  prov: 'prov',
  city: 'city',
  district: 'district',
  town: 'town',
  community: 'community',
  road: 'road',
  roadno: 'roadno',
  building: 'houseno',
  unit: 'cellno',
  floor: 'floorno',
  door: 'roomno',
} as const
type Measured = keyof typeof labelOf
const measured: readonly Measured[] = ['prov', 'city', 'district', 'town', 'community', 'road', 'roadno', 'building', 'unit', 'floor', 'door'] // biome-ignore format: a list of words
const regions = ['prov', 'city', 'district'] as const

/** What is cut from both sides before they are compared. */
const suffixes: Readonly<Record<Measured, RegExp>> = {
  prov: /(特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$/,
  city: /(自治州|地区|市|州|盟)$/,
  district: /(自治县|区|县|市|旗)$/,
  town: /(街道办事处|办事处|街道|镇|乡)$/,
  community: /(社区居民委员会|社区居委会|村民委员会|居委会|村委会|社区|村)$/,
  road: /(?!)/,
  roadno: /(号|弄)$/,
  building: /(号楼|幢|栋|座|号|楼|排)$/,
  unit: /(单元|号|门)$/,
  floor: /(楼|层)$/,
  door: /(室|号|房)$/,
}
/** 「杭州市」 and 「杭州」 are the same, but nothing is left of 杭州 when 州 is cut. */
function bare(level: Measured, word: string | undefined): string {
  const cut = (word ?? '').replace(suffixes[level], '')
  return cut.length < 2 && regions.some((one) => one === level) ? (word ?? '') : cut
}

interface LabelledAddress {
  readonly id: string
  readonly text: string
  readonly labels: Readonly<Record<string, string>>
}
type Parts = Partial<Record<AddressPart, string>>
interface Parser {
  readonly name: string
  /** What it can tell at all. */
  readonly tells: readonly Measured[]
  readonly parse: (text: string) => Parts
}

/** The peers have loose types or none, so what they answer is read as plain words. */
async function peers(): Promise<Parser[]> {
  const require = createRequire(import.meta.url)
  const addressParse: {
    default: { parse(text: string): { province: string; city: string; area: string }[] }
  } = require('address-parse')
  const zhAddressParse: (text: string) => { province: string; city: string; area: string } = require('zh-address-parse')
  const { parseAddress: smartParse } = await import('address-smart-parse')
  const worded = (level: { matchedText?: string; name: string } | undefined): string | undefined =>
    level?.matchedText ?? level?.name
  const given = (words: Record<string, string | undefined>): Parts =>
    Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined && word !== ''))
  return [
    {
      name: 'address-parse',
      tells: regions,
      parse: (text) => {
        const [best] = addressParse.default.parse(text)
        return given({ prov: best?.province, city: best?.city, district: best?.area })
      },
    },
    {
      name: 'zh-address-parse',
      tells: regions,
      parse: (text) => {
        const { province, city, area } = quietly(() => zhAddressParse(text))
        return given({ prov: province, city, district: area })
      },
    },
    {
      name: 'address-smart-parse',
      tells: [...regions, 'town'],
      parse: (text) => {
        const [best] = smartParse(text)
        return given({
          prov: worded(best?.province),
          city: worded(best?.city),
          district: worded(best?.county),
          town: worded(best?.street),
        })
      },
    },
  ]
}

/** One of the peers talks while it works. */
function quietly<Answer>(work: () => Answer): Answer {
  const { log } = console
  console.log = () => undefined
  try {
    return work()
  } finally {
    console.log = log
  }
}

interface Tally {
  right: number
  of: number
}
interface Score {
  readonly levels: Map<Measured, Tally>
  readonly regionsRight: Tally
  /** Texts that name no region, and in how many of them one was named. */
  readonly invented: Tally
}

function score(rows: readonly LabelledAddress[], answers: readonly Parts[], tells: readonly Measured[]): Score {
  const levels = new Map<Measured, Tally>(tells.map((level) => [level, { right: 0, of: 0 }]))
  const regionsRight = { right: 0, of: 0 }
  const invented = { right: 0, of: 0 }
  rows.forEach(({ labels }, index) => {
    const parts = answers[index] ?? {}
    const isRight = (level: Measured): boolean => bare(level, labels[labelOf[level]]) === bare(level, parts[level])
    for (const [level, tally] of levels) {
      if (labels[labelOf[level]] === undefined) continue
      tally.of++
      if (isRight(level)) tally.right++
    }
    const named = regions.filter((level) => labels[level] !== undefined)
    if (named.length === 0) {
      invented.of++
      if (regions.some((level) => parts[level] !== undefined)) invented.right++
    } else {
      regionsRight.of++
      if (named.every(isRight)) regionsRight.right++
    }
  })
  return { levels, regionsRight, invented }
}

const percent = ({ right, of }: Tally): number => (of === 0 ? Number.NaN : (100 * right) / of)
const shown = (tally: Tally | undefined): string => (tally === undefined ? '–' : `${percent(tally).toFixed(1)} %`)

/** Accuracy, throughput, sizes and load times; prints the table of all parsers, returns what has a bar. */
export async function benchAddresses(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  const atLeast = (what: string, figure: number, bar: number, unit: string): void => {
    rows.push({ what, figure: `${figure.toFixed(1)} ${unit}`, bar: `≥ ${bar} ${unit}`, reached: figure >= bar })
  }
  const atMost = (what: string, figure: number, bar: number, unit: string): void => {
    rows.push({ what, figure: `${figure.toFixed(2)} ${unit}`, bar: `≤ ${bar} ${unit}`, reached: figure <= bar })
  }
  const text = await countryDictionary()
  const before = process.memoryUsage()
  const from = performance.now()
  const dictionary = openDictionary(text)
  const opened = performance.now() - from
  const after = process.memoryUsage()
  const held = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6
  console.log(
    `all ${dictionary.size} divisions: ${(text.length / 1e6).toFixed(1)} M characters of dictionary, opened in ${Math.round(opened)} ms, ${Math.round(held)} MB held besides the text`,
  )
  for (const [name, code] of [
    ['Beijing', '11'],
    ['Datong', '1402'],
  ] as const) {
    const city = await buildDictionary({ title: name, codes: [code] })
    const start = performance.now()
    openDictionary(city)
    const took = performance.now() - start
    atMost(`dictionary of ${name}, gzip`, gzipSync(city).length / 1e6, 3, 'MB')
    atMost(`dictionary of ${name}, opened`, took, 300, 'ms')
  }
  if (!existsSync(labelled)) {
    console.log(`accuracy is not measured: the labelled addresses are not here (${labelled})`)
    return rows
  }
  const addresses: LabelledAddress[] = readFileSync(labelled, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const all: Parser[] = [
    { name: 'ours', tells: measured, parse: (line) => parseAddress(line, dictionary).parts },
    ...(await peers()),
  ]
  const fastest = new Map<Parser, number>()
  const answered = new Map<Parser, Parts[]>()
  // Taking turns, so that what else the machine does meets all of them; the best round of each counts.
  for (let round = 0; round < 6; round++) {
    for (const parser of all) {
      const start = performance.now()
      answered.set(
        parser,
        addresses.map(({ text: line }) => parser.parse(line)),
      )
      fastest.set(parser, Math.min(performance.now() - start, fastest.get(parser) ?? Number.POSITIVE_INFINITY))
    }
  }
  const results = all.map((parser) => {
    const answers = answered.get(parser) ?? []
    const perSecond = (1000 * addresses.length) / (fastest.get(parser) ?? 1)
    return { parser, answers, perSecond, ...score(addresses, answers, parser.tells) }
  })
  const lines = [
    ['', ...results.map(({ parser }) => parser.name)],
    ['省市区 all right', ...results.map(({ regionsRight }) => shown(regionsRight))],
    ...measured.map((level) => [level, ...results.map(({ levels }) => shown(levels.get(level)))]),
    ['region named where the text has none', ...results.map(({ invented }) => shown(invented))],
    [
      'relative throughput',
      ...results.map(({ perSecond }) => `${(perSecond / (results[1]?.perSecond ?? 1)).toFixed(1)} ×`),
    ],
  ]
  for (const [head = '', ...cells] of lines)
    console.log(`${head.padEnd(40)}${cells.map((cell) => cell.padStart(21)).join('')}`)
  const [ours, ...others] = results
  if (ours === undefined) return rows
  for (const [name, held] of [
    ['first half', false],
    ['second half', true],
  ] as const) {
    const part = addresses
      .map((address, index) => ({ address, answer: ours.answers[index] ?? {} }))
      .filter(({ address }) => isSecondHalf(address) === held)
    const half = score(
      part.map(({ address }) => address),
      part.map(({ answer }) => answer),
      measured,
    )
    console.log(
      `ours, ${name} by hash: 省市区 ${shown(half.regionsRight)}, ${measured
        .slice(3)
        .map((level) => `${level} ${shown(half.levels.get(level))}`)
        .join(', ')}`,
    )
  }
  const best = others.reduce((one, other) => (percent(other.regionsRight) > percent(one.regionsRight) ? other : one))
  atLeast('addresses: 省市区 all right', percent(ours.regionsRight), 97.5, '%')
  for (const [level, bar] of [
    ['town', 93],
    ['community', 88],
    ['building', 97],
    ['unit', 97],
    ['door', 95],
  ] as const) {
    atLeast(`addresses: ${level}`, percent(ours.levels.get(level) ?? { right: 0, of: 0 }), bar, '%')
  }
  atMost('addresses: region named where the text has none', percent(ours.invented), 3, '%')
  atLeast(
    `addresses: throughput against ${best.parser.name}, the most accurate peer`,
    ours.perSecond / best.perSecond,
    3,
    '×',
  )
  return rows
}

/** Splits the addresses by a digest of their ids. */
function isSecondHalf({ id }: LabelledAddress): boolean {
  return (createHash('md5').update(id).digest()[15] ?? 0) % 2 === 1
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const shownRows = await benchAddresses()
  for (const { what, figure, bar, reached } of shownRows) {
    console.log(`${reached ? 'ok  ' : 'MISS'}  ${what.padEnd(76)}  ${figure.padStart(12)}   ${bar}`)
  }
  process.exit(shownRows.every(({ reached }) => reached) ? 0 : 1)
}
