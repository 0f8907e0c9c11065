import { expect, test } from 'vitest'
import { baseKnowledge } from '../knowledge'
import { readKnowledgeSource } from '../knowledge/command'
import { writtenPlainly } from './canonical'
import { vocabularyOf } from './vocabulary'

const source = readKnowledgeSource()
const { attributes, relationTypes } = source.tables

/** What a heading is looked for among: the attributes of one bearer, the relations from one kind. */
const scopeOf = new Map<string, string>([
  ...attributes.map(({ code, of }): [string, string] => [code, typeof of === 'string' ? of : of.relation]),
  ...relationTypes.map(({ code, from }): [string, string] => [code, `from ${from}`]),
])
const scopes = [...new Set(scopeOf.values())]
const codesIn = (scope: string): readonly string[] =>
  [...scopeOf].filter(([, one]) => one === scope).map(([code]) => code)
const nameOf = new Map([...attributes, ...relationTypes].map(({ code, name }) => [code, name]))

test('every heading is that of an attribute or a relation that is there, and every attribute has some', () => {
  for (const code of source.headings.keys()) expect(scopeOf.has(code), code).toBe(true)
  for (const { code } of attributes) expect(source.headings.get(code)?.length ?? 0, code).toBeGreaterThan(2)
})

test('no heading is the name of another attribute of the same kind', () => {
  for (const scope of scopes) {
    for (const code of codesIn(scope)) {
      const others = new Set(codesIn(scope).flatMap((one) => (one === code ? [] : [nameOf.get(one) ?? ''])))
      const taken = source.headings.get(code)?.filter((heading) => others.has(heading))
      expect(taken ?? [], code).toEqual([])
    }
  }
})

test('no heading stands twice within a kind, but for classes of it that a sheet tells apart', () => {
  for (const scope of scopes) {
    const holders = new Map<string, string[]>()
    for (const code of codesIn(scope))
      for (const heading of source.headings.get(code) ?? [])
        holders.set(heading, [...(holders.get(heading) ?? []), code])
    const confused = [...holders].filter(([, codes]) => {
      const classes = codes.flatMap((code) => source.attributes.get(code)?.subtypes ?? [])
      const told = codes.every((code) => (source.attributes.get(code)?.subtypes.length ?? 0) > 0)
      return codes.length > 1 && !(told && new Set(classes).size === classes.length)
    })
    expect(confused, scope).toEqual([])
  }
})

const allHeadings = [...source.headings].flatMap(([code, headings]) => headings.map((heading) => ({ code, heading })))

test('headings are written as sheets write them: no blanks, no separators', () => {
  const broken = allHeadings.filter(({ heading }) => /[\s|=]/.test(heading) || writtenPlainly(heading) === '')
  expect(broken).toEqual([])
})

test('each known heading is a term of its own meaning', () => {
  const { byText } = vocabularyOf(baseKnowledge)
  const codes = new Set(attributes.map(({ code }) => code))
  const lost = allHeadings.filter(
    ({ code, heading }) =>
      codes.has(code) && !byText.get(writtenPlainly(heading))?.some(({ meaning }) => meaning.code === code),
  )
  expect(lost).toEqual([])
})
