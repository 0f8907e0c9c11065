import type { FileKind } from '../knowledge/types'

export const fileKinds = ['photo', 'file', 'signature'] as const satisfies readonly FileKind[]

const pictures = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
} as const

/** Nothing a browser would run: no HTML, no SVG, no archive that hides what is in it. */
const papers = {
  pdf: 'application/pdf',
  /** 版式文档, GB/T 33190. */
  ofd: 'application/ofd',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  txt: 'text/plain',
  csv: 'text/csv',
} as const

const extensions = { ...pictures, ...papers } as const

export type MediaType = (typeof extensions)[keyof typeof extensions]

const all = [...new Set(Object.values(extensions))]

/** What a file of each kind may be. */
export const mediaTypesOf: Readonly<Record<FileKind, readonly [MediaType, ...MediaType[]]>> = {
  photo: ['image/jpeg', 'image/png', 'image/webp', 'image/heic'],
  file: ['image/jpeg', ...all.filter((type) => type !== 'image/jpeg')],
  signature: ['image/png'],
}

const megabyte = 1024 * 1024

/** The most bytes a file of each kind may have. Photos are shrunk before they are sent; this is the limit of what may arrive. */
export const mostBytesOf: Readonly<Record<FileKind, number>> = {
  photo: 10 * megabyte,
  file: 20 * megabyte,
  signature: megabyte,
}

export const fileKindNames: Readonly<Record<FileKind, string>> = { photo: '照片', file: '文件', signature: '签名' }

/** 「这张照片」, with the measure word of each. */
export const thisFileWords: Readonly<Record<FileKind, string>> = {
  photo: '这张照片',
  file: '这个文件',
  signature: '这个签名',
}

/** Of each kind, what it may be, as a person reads it. */
export const mediaTypeWords: Readonly<Record<FileKind, string>> = {
  photo: '照片请用 JPG、PNG、WebP 或 HEIC 格式',
  file: '文件请用 PDF、OFD、Word、Excel、PPT、文本或照片格式',
  signature: '签名应为 PNG 图片',
}

/** The extensions of what may be chosen as a file, for a browser's dialog. */
export const fileExtensions: readonly string[] = Object.keys(extensions)

/** @returns what a file is by the end of its name; undefined for what is not taken */
export function mediaTypeOf(name: string): MediaType | undefined {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return extension in extensions ? extensions[extension as keyof typeof extensions] : undefined // asked in the line itself
}

/** @returns the end of a name for what a file is, for those that came without one */
export function extensionOf(type: MediaType): string {
  return Object.entries(extensions).find(([, one]) => one === type)?.[0] ?? ''
}

/** What a browser shows in its own window; the rest is downloaded. */
export function isShownInBrowser(type: MediaType): boolean {
  return type === 'application/pdf' || (type.startsWith('image/') && type !== 'image/heic')
}

/**
 * @returns the name a file is stored and downloaded under: no folder, no control characters, at most `most` characters with its end kept;
 * undefined when nothing is left
 */
export function fileName(name: string, most = 80): string | undefined {
  const plain = name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim()
  if (plain === '') return undefined
  const characters = [...plain]
  if (characters.length <= most) return plain
  const end = /\.[a-z0-9]{1,5}$/i.exec(plain)?.[0] ?? ''
  return characters.slice(0, most - end.length).join('') + end
}
