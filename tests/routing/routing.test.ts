import { type Counts, nothingLearnt, placeOfAppeal, recogniseSubject, subjectCalled, teach } from '@zmht/shared/routing'
import { begun } from '@zmht/shared/routing/begun'
import { beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { type Appeal, type City, type CityReader, cityReaders, maskedIn, readAppeals, teaches } from './appeals'
import { countsToBegin } from './begin'

const appeals = readAppeals('appeals.txt')
/** Written before anything was read, and never looked into for the department. */
const unseen = readAppeals('unseen.txt')
/** Written when the table was done, with other words: nothing of it was changed for them (of reading places two words were). */
const last = readAppeals('last.txt')
/** Looked at while the table was made: they teach, and are judged nowhere. */
const voices = readAppeals('voices.txt')

let readers: Readonly<Record<City, CityReader>>
let learnt: Counts
beforeAll(async () => {
  readers = await cityReaders()
  learnt = await countsToBegin()
})
const maskOf = ({ city, text }: Appeal) => maskedIn(text, readers[city].said(text))

const share = (all: readonly Appeal[], is: (one: Appeal) => boolean): number =>
  Math.round((all.filter(is).length / all.length) * 1000) / 10

/** In per cent: the first guess right whatever its confidence; sure and right; sure and wrong; not sure. */
function departments(all: readonly Appeal[], counts: Counts) {
  const readings = new Map(all.map((one) => [one, recogniseSubject(one.text, counts, maskOf(one))]))
  const of = (one: Appeal) => readings.get(one)
  const isRight = (one: Appeal) => of(one)?.duty === one.duty
  return {
    texts: all.length,
    subject: share(all, (one) => of(one)?.guesses[0]?.subject === one.subject),
    duty: share(all, isRight),
    sureAndRight: share(all, (one) => of(one)?.dutySure === true && isRight(one)),
    sureAndWrong: share(all, (one) => of(one)?.dutySure === true && !isRight(one)),
    unsure: share(all, (one) => of(one)?.dutySure !== true),
  }
}

/** @param home what is known of where the writer lives: nothing, or the district */
function places(all: readonly Appeal[], home: 'unknown' | 'district') {
  const read = (one: Appeal) => {
    const { said, at } = readers[one.city]
    const district = home === 'district' && one.place !== undefined ? at(one.place.slice(0, 6)) : undefined
    return placeOfAppeal(one.text, said(one.text), district)
  }
  const readings = new Map(all.map((one) => [one, read(one)]))
  const isRight = (one: Appeal): boolean => {
    const found = readings.get(one)
    const place = found?.from === 'text' ? found.place : undefined
    return place === (one.place === undefined ? undefined : idOfDivision(one.place))
  }
  const isUnsure = (one: Appeal) => readings.get(one)?.from === 'text' && readings.get(one)?.sure === false
  return {
    right: share(all, (one) => isRight(one) && !isUnsure(one)),
    wrong: share(all, (one) => !isRight(one) && !isUnsure(one)),
    unsure: share(all, isUnsure),
  }
}

test('the appeals are many, of many subjects, in both cities, and labelled as the table answers', () => {
  expect(appeals.length).toBeGreaterThanOrEqual(300)
  expect(new Set(appeals.map(({ subject }) => subject)).size).toBeGreaterThanOrEqual(40)
  for (const { subject, duty } of [...appeals, ...unseen, ...voices, ...last])
    expect(subjectCalled(subject)?.duty, subject).toBe(duty)
  const texts = [...appeals, ...unseen, ...voices, ...last].map(({ text }) => text)
  expect(new Set(texts).size).toBe(texts.length)
  for (const city of ['11', '1402']) expect(appeals.filter((one) => one.city === city).length).toBeGreaterThan(80)
  expect(share(appeals, teaches)).toBeGreaterThan(65)
})

describe('the department', () => {
  test('is right for nine of ten that were not taught, and seldom wrong where it is sure', () => {
    const judge = appeals.filter((one) => !teaches(one))
    const judged = departments(judge, learnt)
    const untaught = departments(judge, nothingLearnt)
    console.table({
      'judged, taught': judged,
      'judged, nothing learnt': untaught,
      'written apart, taught': departments(unseen, learnt),
      'written apart, nothing learnt': departments(unseen, nothingLearnt),
      'written last, taught': departments(last, learnt),
      'written last, nothing learnt': departments(last, nothingLearnt),
    })
    expect(judged.sureAndRight).toBeGreaterThanOrEqual(90)
    expect(judged.sureAndWrong).toBeLessThanOrEqual(5)
    for (const apart of [departments(unseen, learnt), departments(last, learnt)]) {
      expect(apart.sureAndRight).toBeGreaterThanOrEqual(90)
      expect(apart.sureAndWrong).toBeLessThanOrEqual(5)
    }
  })

  test('every city begins with what these texts teach: the file is as they are', () => {
    expect(begun).toEqual(learnt)
  })

  test('the same from the words of the table alone, and from what was learnt alone: both are needed', () => {
    expect(departments(last, learnt).sureAndRight).toBeGreaterThan(departments(last, nothingLearnt).sureAndRight)
    expect(departments(last, learnt).sureAndWrong).toBeLessThan(departments(last, nothingLearnt).sureAndWrong)
  })

  test('what was learnt alone, with the table’s words taken away, says something', () => {
    // Words nobody put in the table: each subject is told by a made-up thing that was routed three times.
    const things = ['小绿驿', '云朵柜', '邻里仓', '晴雨亭']
    const of = ['rubbish', 'parking', 'corridor', 'greenery'] as const
    const counts = things.reduce<Counts>((before, thing, at) => {
      const subject = of[at] ?? 'rubbish'
      return [`${thing}又离线了`, `${thing}打不开`, `昨晚${thing}亮红灯`].reduce(
        (all, text) => teach(all, text, subject),
        before,
      )
    }, learnt)
    for (const [at, thing] of things.entries())
      expect(recogniseSubject(`门口的${thing}又亮红灯，打不开`, counts).guesses[0]?.subject, thing).toBe(of[at])
  })
})

test('the place is right for all but few, and a name that several bear is asked for, not guessed', () => {
  const atHome = places(appeals, 'district')
  const nowhere = places(appeals, 'unknown')
  console.table({
    'all, the writer’s district known': atHome,
    'all, nothing known of the writer': nowhere,
    'written apart, district known': places(unseen, 'district'),
    'written apart, nothing known': places(unseen, 'unknown'),
    'written last, district known': places(last, 'district'),
    'written last, nothing known': places(last, 'unknown'),
  })
  expect(atHome.right).toBeGreaterThanOrEqual(97)
  expect(nowhere.right).toBeGreaterThanOrEqual(97)
  expect(nowhere.wrong).toBeLessThanOrEqual(1)
})
