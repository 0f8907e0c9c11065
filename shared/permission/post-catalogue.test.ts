import { expect, test } from 'vitest'
import { basePostCatalogue, incompatibleRoles, securityRoles, suggestPosts } from './post-catalogue'

const titlesFor = (title: string) => suggestPosts(title, basePostCatalogue).map((one) => one.title)

test('a name or another name it goes by is that post alone; what is alike is offered, the likeliest first, three at most', () => {
  expect(titlesFor(' 社工 ')).toEqual(['社工'])
  expect(titlesFor('社区工作者')).toEqual(['社工'])
  expect(titlesFor('社区党委副书记')).toEqual(['社区副书记'])
  expect(titlesFor('社区工作人员')[0]).toBe('社工')
  expect(titlesFor('飞行员')).toEqual([])
  const alike = ['街道办', '街道办事', '街道办事处', '街道办事处科', '街道办事处员'].map((title, at) => ({
    code: `c${at}`,
    title,
    aliases: [],
    rank: 'worker' as const,
    roles: [],
    tags: [],
    security: false,
  }))
  expect(suggestPosts('街道办事处长', alike).map((one) => one.title)).toEqual([
    '街道办事处',
    '街道办事处科',
    '街道办事处员',
  ])
})

test('every name that carries what changes or watches over permissions is marked, and no other', () => {
  expect([...securityRoles].sort()).toEqual(['auditor', 'directory-keeper', 'permission-keeper'])
  expect(basePostCatalogue.filter(({ security }) => security).map(({ code }) => code)).toEqual([
    'subdistrict-personnel',
    'permission-keeper',
    'auditor',
  ])
})

test('no name joins what one person never holds, and whoever keeps people or permissions never watches over it', () => {
  for (const { roles } of basePostCatalogue)
    expect(incompatibleRoles.some((pair) => pair.every((role) => roles.includes(role)))).toBe(false)
  for (const keeper of ['permission-keeper', 'directory-keeper'] as const)
    expect(incompatibleRoles).toContainEqual([keeper, 'auditor'])
})
