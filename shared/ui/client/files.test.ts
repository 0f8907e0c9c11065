import { expect, test, vi } from 'vitest'

// The file under test sends with Taro, which only a build has; what is tested here sends nothing.
vi.mock('@tarojs/taro', () => ({ default: {} }))
const { announcementOf } = await import('./files')

const picked = (name: string, mediaType?: string) => ({
  name,
  path: 'blob:1',
  bytes: 10,
  ...(mediaType === undefined ? {} : { mediaType }),
})

test('a file is announced under a new id each time, as what its name says it is', () => {
  const one = announcementOf(picked('门口.JPG', 'image/png'), 'photo', 10)
  expect(one).toMatchObject({ kind: 'photo', name: '门口.JPG', type: 'image/jpeg', bytes: 10 })
  expect(announcementOf(picked('门口.JPG'), 'photo', 10).id).not.toBe(one.id)
})

test('one without an end to its name is what the browser takes it for', () => {
  expect(announcementOf(picked('image', 'image/webp'), 'photo', 10).type).toBe('image/webp')
})

test.each<[string, Parameters<typeof announcementOf>, string]>([
  ['a drawing that could run', [picked('a.svg', 'image/svg+xml'), 'photo', 10], '照片请用 JPG、PNG、WebP 或 HEIC 格式'],
  ['an archive', [picked('a.zip'), 'file', 10], '文件请用 PDF、OFD、Word、Excel、PPT、文本或照片格式'],
  ['too large', [picked('a.pdf'), 'file', 21 * 1024 * 1024], '文件不能超过 20 MB'],
  ['empty', [picked('a.jpg'), 'photo', 0], '照片是空的，请换一个'],
])('%s is not sent, and the person reads why', (_, [file, kind, bytes], message) => {
  expect(() => announcementOf(file, kind, bytes)).toThrow(message)
})
