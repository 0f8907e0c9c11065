import { expect, test } from 'vitest'
import { noticeContent } from '../contract/notices'
import { unknownPlaceholders } from '../rules'
import { noticeTemplates } from './notices'

test.each(noticeTemplates)('$name can be sent as it is but for what its author fills in', ({ content }) => {
  const whole = {
    ...content,
    files: [],
    fence: { places: ['fzqmb5k4wy0'], except: [] },
    expires: '2027-01-01T00:00:00.000Z',
  }
  const { error } = noticeContent.safeParse(whole)
  expect(error?.issues.filter(({ path }) => path[0] !== 'fence') ?? []).toEqual([])
  expect(unknownPlaceholders(`${content.title}${content.text}`)).toEqual([])
})
