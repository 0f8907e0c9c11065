import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlaceId } from '../geo/place'
import { baseKnowledge, entityId } from '../knowledge/index'
import { duties } from '../permission/duty'
import { type AppealSignature, alike, keysOf } from './alike'
import { bounded, type Counts, gramsOf, mostGrams, mostKept, nothingLearnt, teach, together, unteach } from './counts'
import { departmentFor } from './department'
import { mentionPatch, nameOnly, namesIn } from './mention'
import { type PlaceCandidate, placeOfAppeal } from './place'
import { recogniseSubject } from './recognise'
import { sayReason } from './say'
import { type SubjectCode, subjectCodes, subjects } from './subjects'

const about = (text: string, learnt: Counts = nothingLearnt) => recogniseSubject(text, learnt)

test('every subject belongs to a topic of the knowledge system and to a duty, and every word stands once in its row', () => {
  const topics = new Set(baseKnowledge.codeList('topic')?.items.map(({ code }) => code))
  for (const { code, topic, duty, words } of subjects) {
    expect(topics, code).toContain(topic)
    expect(Object.keys(duties), code).toContain(duty)
    const all = words.split('|')
    expect(new Set(all).size, code).toBe(all.length)
    for (const word of all) expect(word, code).toMatch(/^[!?]?[^!?~|]+(~[^!?~|]+)?$/)
  }
  expect(subjects.length).toBeGreaterThanOrEqual(40)
})

test.each<[string, SubjectCode]>([
  ['电梯坏了三天', 'lift'],
  ['家里暖气不热', 'heating'],
  ['不是电梯的事，是楼道的灯不亮没有路灯', 'street-lights'],
  ['物业费的事先不说，请先把堵死的消防通道清出来', 'fire-lane'],
  ['不是私家车堵的，是共享单车堆了一地', 'shared-bikes'],
  ['这不是违建吗？楼顶加盖了一层', 'illegal-building'],
])('%s：%s', (text, subject) => {
  const { guesses, sure } = about(text)
  expect(guesses[0]?.subject).toBe(subject)
  expect(sure).toBe(true)
})

test('what nothing is known of is not guessed, and two that are said alike are not sure', () => {
  expect(about('你好，在吗')).toEqual({ guesses: [], sure: false, dutySure: false, because: [] })
  const both = about('电梯坏了，暖气不热')
  expect(both.sure).toBe(false)
  expect(
    both.guesses
      .map(({ subject }) => subject)
      .slice(0, 2)
      .sort(),
  ).toEqual(['heating', 'lift'])
})

test('two subjects of one duty leave the subject open and the duty sure', () => {
  const { sure, dutySure, duty } = about('电梯坏了，物业费还照收')
  expect(sure).toBe(false)
  expect([dutySure, duty]).toEqual([true, 'housing'])
})

test('the deciding words stand in the text as they are written', () => {
  const text = 'ＫＴＶ 半夜低音炮，空调外机也响'
  const { because } = about(text)
  expect(because.map(({ word }) => word)).toContain('ＫＴＶ')
  for (const { start, end, word } of because) expect(text.slice(start, end)).toBe(word)
})

const texts = fc
  .array(
    fc.constantFrom(
      ...[
        '电梯',
        '坏了',
        '暖气',
        '不热',
        '垃圾',
        '，',
        '。',
        '不是',
        '请',
        '老人',
        'A',
        '３',
        '😀',
        '__proto__',
        '树枝',
      ],
    ),
    {
      maxLength: 30,
    },
  )
  .map((pieces) => pieces.join(''))
const taught = fc.array(fc.tuple(texts, fc.constantFrom(...subjectCodes)), { maxLength: 12 })
const learn = (all: readonly (readonly [string, SubjectCode])[]) =>
  all.reduce((counts, [text, subject]) => teach(counts, text, subject), nothingLearnt)

test('whatever is taught can be taken back, in any order', () => {
  fc.assert(
    fc.property(taught, texts, fc.constantFrom(...subjectCodes), (before, text, subject) => {
      const counts = learn(before)
      expect(unteach(teach(counts, text, subject), text, subject)).toEqual(counts)
      const all = [...before, [text, subject] as const]
      const gone = [...all].reverse().reduce((left, [said, of]) => unteach(left, said, of), learn(all))
      expect(gone).toEqual(nothingLearnt)
    }),
    { numRuns: 200, seed: 1 },
  )
})

test('the order in which texts are taught does not matter, nor where', () => {
  fc.assert(
    fc.property(taught, taught, (one, other) => {
      expect(learn([...one, ...other])).toEqual(learn([...other, ...one].reverse()))
      expect(together(learn(one), learn(other))).toEqual(learn([...one, ...other]))
    }),
    { numRuns: 200, seed: 2 },
  )
})

test('whatever is written, the answer is the same each time, and confidences add up to no more than one', () => {
  fc.assert(
    fc.property(taught, fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 80 })), (all, text) => {
      const counts = learn(all)
      const reading = about(text, counts)
      expect(about(text, learn([...all].reverse()))).toEqual(reading)
      expect(reading.guesses.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1.03)
      for (const { start, end, word } of reading.because) expect(text.slice(start, end)).toBe(word)
    }),
    { numRuns: 300, seed: 3 },
  )
})

test('a correction teaches: words no table has, and what a city routes otherwise', () => {
  const text = '小绿驿又离线了，刷脸打不开'
  expect(about(text).guesses).toEqual([])
  expect(about('小绿驿离线打不开，什么时候好', teach(nothingLearnt, text, 'rubbish')).guesses[0]?.subject).toBe(
    'rubbish',
  )

  const bikes = '共享单车把路口堆满了'
  expect(about(bikes).guesses[0]?.subject).toBe('shared-bikes')
  const corrected = Array.from({ length: 60 }).reduce<Counts>((counts) => teach(counts, bikes, 'stalls'), nothingLearnt)
  expect(about(bikes, corrected).guesses[0]?.subject).toBe('stalls')
})

test('names of places and what is denied is not learnt', () => {
  const text = '花家地北里树枝太长，不是物业费的事'
  const grams = gramsOf(text, [{ start: 0, end: 5 }]).map(({ gram }) => gram)
  expect(grams).toContain('树枝')
  expect(grams.join()).not.toMatch(/花家|北里|物业/)
})

test('what is learnt stays small', () => {
  const long = Array.from({ length: 2000 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('')
  expect(gramsOf(long).length).toBe(mostGrams)
  const grams = Object.fromEntries(Array.from({ length: mostKept + 5 }, (_, at) => [`g${at}`, at < 5 ? 1 : 2]))
  const kept = bounded({ texts: 9, grams })
  expect(Object.keys(kept.grams).length).toBe(mostKept)
  expect(kept.grams).not.toHaveProperty('g0')
})

test('who answers is who holds the duty there, else who holds the general one, and it is said so', () => {
  const holders = new Map([
    ['territory', '花家地北里社区'],
    ['fire', '望京街道办事处'],
  ] as const)
  expect(departmentFor('fire', holders)).toEqual({ holder: '望京街道办事处', duty: 'fire' })
  expect(departmentFor('housing', holders)).toEqual({ holder: '花家地北里社区', duty: 'territory' })
  expect(departmentFor(undefined, holders)).toEqual({ holder: '花家地北里社区', duty: 'territory' })
  expect(departmentFor('housing', new Map())).toBeUndefined()
  const lift = { says: '电梯', duty: 'housing' as const }
  const place = '花家地北里'
  expect(
    sayReason({
      subject: lift,
      sure: true,
      place,
      from: 'text',
      department: { organisation: '望京街道办事处', duty: 'housing' },
    }),
  ).toBe('说的是电梯，归“住房与物业”；花家地北里由望京街道办事处负责。')
  expect(
    sayReason({
      subject: lift,
      sure: true,
      place,
      from: 'home',
      department: { organisation: '花家地北里社区', duty: 'territory' },
    }),
  ).toBe(
    '说的是电梯，归“住房与物业”；没写在哪里，先按住址花家地北里没有单位登记负责“住房与物业”，先由花家地北里社区按“属地管理”接手。',
  )
  expect(sayReason({ sure: false, from: 'nothing' })).toBe('还看不出说的是哪一类事；还不知道是哪里的事。')
})

const id = (name: string) => name as PlaceId // short for the test
const candidate = (level: PlaceCandidate['level'], ...lineage: string[]): PlaceCandidate => {
  const name = lineage.at(-1) ?? ''
  return { place: id(name), name, lineage, level }
}
const said = (text: string, words: string, ...candidates: PlaceCandidate[]) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  candidates,
})
const north = candidate('community', '京', '朝阳', '望京', '北里')
const west = candidate('community', '京', '朝阳', '望京', '西里')
const far = candidate('community', '京', '海淀', '清河', '北里二')
const street = candidate('subdistrict', '京', '朝阳', '望京')

test('where it happens comes before where somebody lives, and what is denied is nowhere', () => {
  const one = '我家住在北里，西里门口的井盖坏了'
  expect(placeOfAppeal(one, [said(one, '北里', north), said(one, '西里', west)])).toMatchObject({
    place: '西里',
    sure: true,
  })
  const denied = '不是北里，是西里的路灯'
  expect(placeOfAppeal(denied, [said(denied, '北里', north), said(denied, '西里', west)]).place).toBe('西里')
  const lives = '我家住在北里，电梯坏了'
  expect(placeOfAppeal(lives, [said(lives, '北里', north)])).toMatchObject({ place: '北里', sure: true, from: 'text' })
})

test('a name that two places bear is the one near home, or the one in what else is named, or asked for', () => {
  const text = '北里的树倒了'
  const both = said(text, '北里', far, north)
  expect(placeOfAppeal(text, [both])).toMatchObject({ sure: false, from: 'text' })
  expect(placeOfAppeal(text, [both]).candidates.length).toBe(2)
  expect(placeOfAppeal(text, [both], west)).toMatchObject({ place: '北里', sure: true })
  const more = '望京的人都知道，北里的树倒了'
  expect(placeOfAppeal(more, [said(more, '望京', street), said(more, '北里', far, north)])).toMatchObject({
    place: '北里',
    sure: true,
  })
})

test('two places named alike are both offered; none named is home; a whole city says nothing', () => {
  const text = '北里和西里都停水了'
  const two = placeOfAppeal(text, [said(text, '北里', north), said(text, '西里', west)])
  expect(two.sure).toBe(false)
  expect(two.candidates.map(({ place }) => place)).toEqual(['北里', '西里'])
  expect(placeOfAppeal('停水了', [], north)).toMatchObject({ place: '北里', from: 'home', sure: true })
  expect(placeOfAppeal('停水了', [])).toEqual({ from: 'nothing', sure: false, candidates: [] })
  expect(placeOfAppeal('京的事', [said('京的事', '京', candidate('city', '京'))])).toMatchObject({ from: 'nothing' })
})

test('what stands at a place is not its name', () => {
  const text = '花家地北里公办幼儿园'
  expect(nameOnly({ start: 0, end: text.length }, text)).toEqual({ start: 0, end: 5 })
})

test('numbers, things, organisations and people a text may name', () => {
  const text = '王建国大爷说，京AD12345挡住了电梯口，设备编号DT-200312，找过安居物业服务中心。'
  const found = namesIn(text)
  expect(found.map(({ kind, by, words }) => [kind, by, words])).toEqual([
    ['person', 'name', '王建国'],
    ['thing', 'number', '京AD12345'],
    ['thing', 'noun', '电梯'],
    ['thing', 'number', 'DT-200312'],
    ['organisation', 'name', expect.stringContaining('安居物业服务中心')],
  ])
  for (const { start, end, words } of found) expect(text.slice(start, end)).toBe(words)
})

test('accepted mentions are relations the knowledge system has, each once, the first place where it happens', () => {
  const ids = {
    person: entityId('e00000000000000000001'),
    thing: entityId('e00000000000000000002'),
    organisation: entityId('e00000000000000000003'),
  }
  const { entities, relations } = mentionPatch(baseKnowledge.version, { fresh: 'r1/visit/0' }, [
    { kind: 'place', entity: entityId('p0000000001') },
    { kind: 'thing', entity: ids.thing },
    { kind: 'thing', entity: ids.thing },
    { kind: 'person', entity: ids.person },
    { kind: 'organisation', entity: ids.organisation },
    { kind: 'place', entity: entityId('p0000000002') },
  ])
  expect(entities).toEqual([{ ref: { fresh: 'r1/visit/0' }, kind: 'event', facts: [] }])
  expect(relations.map(({ type }) => type)).toEqual([
    'at',
    'about-thing',
    'about',
    'about-organisation',
    'affects-place',
  ])
  const kinds = ['place', 'thing', 'person', 'organisation', 'place']
  for (const [at, { type }] of relations.entries())
    expect(baseKnowledge.relationType(type)).toMatchObject({ from: 'event', to: kinds[at] })
})

const lift = entityId('e00000000000000000009')
const signature = (change: Partial<AppealSignature> = {}): AppealSignature => ({
  subject: 'lift',
  lineage: [id('京'), id('北里'), id('3号楼')],
  community: id('北里'),
  things: [],
  at: '2026-11-25T00:00:00.000Z',
  ...change,
})

test.each<[string, Partial<AppealSignature>, 'thing' | 'place' | undefined]>([
  ['the same building', {}, 'place'],
  ['the compound around it', { lineage: [id('京'), id('北里')] }, 'place'],
  ['the building beside it', { lineage: [id('京'), id('北里'), id('5号楼')] }, undefined],
  ['another subject', { subject: 'heating' }, undefined],
  ['three weeks before', { at: '2026-11-04T00:00:00.000Z' }, undefined],
])('two appeals, %s', (_, change, how) => {
  expect(alike(signature(), signature(change))).toBe(how)
  expect(alike(signature(change), signature())).toBe(how)
})

test('the same lift is the same wherever it was said; two lifts of one building are two', () => {
  const here = signature({ things: [lift] })
  expect(alike(here, signature({ things: [lift], community: id('西里'), lineage: [id('京'), id('西里')] }))).toBe(
    'thing',
  )
  expect(alike(here, signature({ things: [entityId('e00000000000000000008')] }))).toBeUndefined()
  expect(alike(here, signature())).toBe('place')
})

test('who is alike has a key in common', () => {
  const places = fc.constantFrom(['京', '北里'], ['京', '北里', '3号楼'], ['京', '西里'])
  const any = fc
    .record({
      subject: fc.constantFrom<SubjectCode>('lift', 'heating'),
      names: places,
      things: fc.subarray([lift, entityId('e00000000000000000008')]),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map(({ subject, names, things, day }) =>
      signature({
        subject,
        things,
        lineage: names.map(id),
        community: id(names[1] ?? ''),
        at: `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`,
      }),
    )
  fc.assert(
    fc.property(any, any, (one, other) => {
      if (alike(one, other) !== undefined) expect(keysOf(one).some((key) => keysOf(other).includes(key))).toBe(true)
    }),
    { numRuns: 500, seed: 4 },
  )
})
