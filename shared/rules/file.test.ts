import { describe, expect, test } from 'vitest'
import {
  extensionOf,
  fileExtensions,
  fileKinds,
  fileName,
  isShownInBrowser,
  mediaTypeOf,
  mediaTypesOf,
  mostBytesOf,
} from './file'

describe('what may be a file', () => {
  test('a photo is a picture, a signature a PNG, a file a paper or a picture', () => {
    expect(mediaTypesOf.photo).toEqual(['image/jpeg', 'image/png', 'image/webp', 'image/heic'])
    expect(mediaTypesOf.signature).toEqual(['image/png'])
    expect(mediaTypesOf.file).toEqual(expect.arrayContaining([...mediaTypesOf.photo, 'application/pdf']))
  })

  test('nothing that a browser would run, nor an archive, is taken as anything', () => {
    for (const name of ['a.html', 'a.htm', 'a.svg', 'a.js', 'a.xml', 'a.xhtml', 'a.zip', 'a.exe', 'a.apk', 'a', ''])
      expect({ name, type: mediaTypeOf(name) }).toEqual({ name, type: undefined })
    for (const kind of fileKinds)
      for (const type of mediaTypesOf[kind]) expect(type).not.toMatch(/html|svg|xml$|script|zip|octet/)
  })

  test('the end of a name says what it is, and the other way round', () => {
    expect(mediaTypeOf('身份证.JPG')).toBe('image/jpeg')
    expect(mediaTypeOf('证明.pdf.docx')).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    expect(mediaTypeOf('a.constructor')).toBeUndefined()
    for (const type of mediaTypesOf.file) expect(mediaTypeOf(`a.${extensionOf(type)}`)).toBe(type)
    for (const extension of fileExtensions) expect(mediaTypesOf.file).toContain(mediaTypeOf(`a.${extension}`))
  })

  test('the limits are those of the decision', () => {
    expect(mostBytesOf).toEqual({ photo: 10_485_760, file: 20_971_520, signature: 1_048_576 })
  })

  test('only pictures and PDF are opened in the browser’s own window', () => {
    expect(mediaTypesOf.file.filter(isShownInBrowser)).toEqual([
      'image/jpeg',
      'image/png',
      'image/webp',
      'application/pdf',
    ])
  })
})

describe('the name of a file', () => {
  test.each([
    ['门口.jpg', '门口.jpg'],
    ['../../etc/passwd', 'etc passwd'],
    ['a\r\nSet-Cookie: x.pdf', 'a Set-Cookie x.pdf'],
    ['‮gpj.exe', 'gpj.exe'],
    ['  .. ', undefined],
    ['', undefined],
  ])('%j is stored as %j', (given, stored) => {
    expect(fileName(given)).toBe(stored)
  })

  test('a long one is cut in the middle of its words, never in its end', () => {
    const name = fileName(`${'长'.repeat(200)}.docx`) ?? ''
    expect([...name]).toHaveLength(80)
    expect(name.endsWith('长.docx')).toBe(true)
  })
})
