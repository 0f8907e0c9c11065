import { contract } from '@zmht/shared/contract'
import { basePostCatalogue } from '@zmht/shared/permission'
import { describe, expect, test } from 'vitest'
import {
  beyondCatalogue,
  emptyPost,
  postBody,
  postProblems,
  suggestionsFor,
  takenFrom,
  titled,
  wordsOf,
} from './post-draft'

const catalogue = basePostCatalogue.map((one) => ({
  ...one,
  aliases: [...one.aliases],
  roles: [...one.roles],
  tags: [...one.tags],
  edition: 1,
}))
const named = (code: string) => {
  const found = catalogue.find((one) => one.code === code)
  if (found === undefined) throw new Error(`${code} is in the catalogue`)
  return found
}

describe('a post', () => {
  test('is suggested from what is typed, and takes what the name carries', () => {
    const typed = titled(emptyPost, '专职网格员', catalogue)
    expect(suggestionsFor(typed, catalogue).map(({ title }) => title)).toEqual(['网格员'])
    const taken = takenFrom(typed, named('grid-worker'))
    expect(taken).toMatchObject({
      title: '网格员',
      catalogue: 'grid-worker',
      rank: 'worker',
      roles: ['service-worker'],
    })
    expect(suggestionsFor(taken, catalogue)).toEqual([])
    expect(beyondCatalogue(taken, emptyPost, catalogue)).toEqual([])
  })

  test('with the very title of the catalogue is of the catalogue, and no more with another one', () => {
    const secretary = titled(emptyPost, '社区书记', catalogue)
    expect(secretary.catalogue).toBe('community-secretary')
    expect(titled(secretary, '社区书记兼主任', catalogue).catalogue).toBeUndefined()
  })

  test('gives beyond the catalogue only by who keeps permissions', () => {
    const more = { ...takenFrom(emptyPost, named('grid-worker')), roles: ['service-worker', 'auditor'] as const }
    expect(beyondCatalogue(more, emptyPost, catalogue)).toEqual(['auditor'])
    expect(postProblems(more, emptyPost, catalogue, false).roles).toContain('权限管理员')
    expect(postProblems(more, emptyPost, catalogue, true)).toEqual({})
    // Names that carry security are given by who keeps permissions; what a post has already stays.
    expect(beyondCatalogue(takenFrom(emptyPost, named('auditor')), emptyPost, catalogue)).toEqual(['auditor'])
    expect(beyondCatalogue(more, more, catalogue)).toEqual([])
    expect(postProblems({ ...more, roles: [], tags: ['养老'] }, emptyPost, catalogue, false)).toEqual({
      tags: '目录以外的标签要权限管理员来加：养老',
    })
    expect(postProblems(emptyPost, emptyPost, catalogue, true)).toEqual({ title: '请填写岗位名称', rank: '请选择职级' })
  })

  test('is sent as the contract wants it', () => {
    const body = postBody(takenFrom(emptyPost, named('grid-worker')), 0)
    expect(contract.permissions.savePost.body.safeParse(body).success).toBe(true)
    expect(postBody(emptyPost, 0)).toBeUndefined()
  })

  test('has tags written side by side', () => {
    expect(wordsOf('养老、民政，养老 残联')).toEqual(['养老', '民政', '残联'])
  })
})
