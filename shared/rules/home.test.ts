import { describe, expect, test } from 'vitest'
import { defaultHome, homeFor, homeSectionNames, homeSections, homeToolNames, homeTools, moved } from './home'

describe('a home page by roles', () => {
  test('a worker begins with what is new and what waits, an auditor has tools alone', () => {
    expect(homeFor(['service-worker'], {}).sections.slice(0, 2)).toEqual(['news', 'waiting'])
    expect(homeFor(['auditor'], {})).toEqual({
      sections: ['tools'],
      tools: ['audit', 'look', 'book', 'places', 'knowledge'],
    })
  })

  test('whoever only reads numbers begins with them', () => {
    expect(homeFor(['statistics-viewer'], {}).sections[0]).toBe('numbers')
  })

  test('of several roles everything, each once, in the order of the one who handles', () => {
    const both = homeFor(['statistics-viewer', 'service-worker'], {})
    expect(both.sections).toEqual(defaultHome('service-worker').sections)
    expect(new Set(both.tools).size).toBe(both.tools.length)
    expect(homeFor(['service-worker', 'statistics-viewer'], {})).toEqual(both)
  })

  test('no role, and a role nobody thought of, have a page too', () => {
    expect(homeFor([], {}).sections).toContain('tools')
    expect(homeFor(['brand-new'], {})).toEqual(homeFor([], {}))
  })

  test('as the organisation arranged it, for that role alone', () => {
    const arranged = { 'service-worker': { sections: ['tools', 'waiting'], tools: ['book'] } } as const
    expect(homeFor(['service-worker'], arranged)).toEqual({ sections: ['tools', 'waiting'], tools: ['book'] })
    expect(homeFor(['auditor'], arranged)).toEqual(defaultHome('auditor'))
  })

  test('everybody puts theirs in another order, and hides what they do not want', () => {
    const own = { sections: ['tools', 'waiting'], hidden: ['numbers'] } as const
    const { sections } = homeFor(['service-worker'], {}, own)
    expect(sections.slice(0, 2)).toEqual(['tools', 'waiting'])
    expect(sections).not.toContain('numbers')
    expect(new Set([...sections, 'numbers'])).toEqual(new Set(defaultHome('service-worker').sections))
  })

  test('nobody sees by their own order what their organisation does not have', () => {
    const arranged = { 'service-worker': { sections: ['waiting'], tools: [] } } as const
    expect(homeFor(['service-worker'], arranged, { sections: ['news'], hidden: [] }).sections).toEqual(['waiting'])
  })
})

test('everything has a name', () => {
  expect(Object.keys(homeSectionNames)).toEqual([...homeSections])
  expect(Object.keys(homeToolNames)).toEqual([...homeTools])
})

test.each([
  [['a', 'b', 'c'], 'b', -1, ['b', 'a', 'c']],
  [['a', 'b', 'c'], 'b', 1, ['a', 'c', 'b']],
  [['a', 'b', 'c'], 'a', -1, ['a', 'b', 'c']],
  [['a', 'b', 'c'], 'c', 1, ['a', 'b', 'c']],
  [['a'], 'z', 1, ['a']],
] as const)('%j with %s moved by %i', (all, one, step, expected) => {
  expect(moved<string>(all, one, step)).toEqual(expected)
})
