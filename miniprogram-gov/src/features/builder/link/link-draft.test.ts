import { describe, expect, test } from 'vitest'
import { blankForm } from '../service-draft'
import { blankLink, linkGaps, purposeOf, withField, withKind, withPassed } from './link-draft'

const page = withField(withField(blankLink, 'name', '市图书馆'), 'url', 'https://lib.example.cn/')

describe('a link being put together', () => {
  test('keeps whose it is and its address from kind to kind, and what is passed on where somebody opens it', () => {
    const passing = withPassed(page, 'person.name', '办借书证')
    expect(withKind(passing, 'mini-program').link).toMatchObject({ name: '市图书馆', passes: [{ key: 'person.name' }] })
    expect(withKind(passing, 'endpoint').link).toEqual({
      kind: 'endpoint',
      name: '市图书馆',
      url: 'https://lib.example.cn/',
    })
  })

  test('asks by a form only where we ask', () => {
    expect(page.form.controls).toEqual([])
    const endpoint = withKind(page, 'endpoint')
    expect(endpoint.form).toEqual(blankForm)
    expect(withKind(endpoint, 'page').form.controls).toEqual([])
  })

  test('a field of another kind is none of it', () => {
    expect(withField(page, 'appId', 'wx1')).toBe(page)
  })

  test('what is no longer passed on leaves nothing behind', () => {
    const passing = withPassed(withPassed(page, 'person.name', ''), 'person.name', '办借书证')
    expect(purposeOf(passing.link, 'person.name')).toBe('办借书证')
    expect(withPassed(passing, 'person.name', undefined).link).toEqual(page.link)
  })

  test('says what is missing', () => {
    expect(linkGaps(page)).toEqual(['请填写服务名称', '请用一句话说明这项服务'])
    const named = { ...page, title: '借阅座位', summary: '到市图书馆预约座位' }
    expect(linkGaps(named)).toEqual([])
    expect(linkGaps(withPassed(named, 'community', ' '))).toEqual(['要带过去的每一项都要写明用来做什么'])
  })
})
