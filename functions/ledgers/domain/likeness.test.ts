import type { PlacePath } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import { likenessOf, type Traits } from './likeness'

const flat = 'p1/p2/p3/p4' as PlacePath // paths of a made-up tree
const nextDoor = 'p1/p2/p3/p5' as PlacePath
const away = 'p1/p2/p9/p8' as PlacePath
const wang: Traits = { kind: 'person', name: '王建国', phone: '13800000000', home: flat, keys: {} }

/** A trait set to undefined is not known. */
type Change = { readonly [K in keyof Traits]?: Traits[K] | undefined }

test.each<[string, Change, Change, string, number]>([
  ['name, phone and home', {}, {}, 'same', 1],
  ['name and phone', { home: undefined }, {}, 'perhaps', 0.75],
  ['name and home', { phone: undefined }, {}, 'perhaps', 0.7],
  [
    'name and birth date',
    { phone: undefined, home: away, birthDate: '1952-03-04' },
    { birthDate: '1952-03-04' },
    'perhaps',
    0.7,
  ],
  ['name, phone and birth date', { home: undefined, birthDate: '1952-03-04' }, { birthDate: '1952-03-04' }, 'same', 1],
  ['a name one letter off with phone and home', { name: '王健国' }, {}, 'perhaps', 0.75],
  ['the name alone', { phone: undefined, home: away }, {}, 'other', 0.45],
  ['name and building', { phone: undefined, home: nextDoor }, {}, 'other', 0.55],
  ['a couple with one phone', { name: '李秀英' }, {}, 'other', 0],
  ['names of two letters one of which is another', { name: '王梅' }, { name: '王美' }, 'other', 0],
  ['father and son of one name', { birthDate: '1980-01-01' }, { birthDate: '1952-03-04' }, 'other', 0],
  ['another ID number', { keys: { 'person.idNumber': 'A' } }, { keys: { 'person.idNumber': 'B' } }, 'other', 0],
  ['a name written with another dot', { name: '买买提·艾力' }, { name: '买买提•艾力' }, 'same', 1],
  ['nothing but the phone', { name: undefined }, { name: undefined }, 'other', 0],
  ['another kind', { kind: 'organisation' }, {}, 'other', 0],
])('%s', (_, one, two, verdict, score) => {
  const [a, b] = [given(one), given(two)]
  expect(likenessOf(a, b)).toMatchObject({ verdict, score })
  expect(likenessOf(b, a)).toEqual(likenessOf(a, b))
})

function given(change: Change): Traits {
  const all = Object.entries({ ...wang, ...change }).filter(([, value]) => value !== undefined)
  return { kind: 'person', keys: {}, ...Object.fromEntries(all) }
}
