import Taro from '@tarojs/taro'
import { fileExtensions } from '../../rules'
import type { PickedFile } from '../controls/control'
import { wasCancelled } from './wechat-failure'

/** What a browser's dialog shows first; papers are photographed as often as they are files. */
export const accepted = {
  photo: 'image/*',
  file: ['image/*', ...fileExtensions.map((extension) => `.${extension}`)].join(','),
} as const

/**
 * Files chosen in a browser.
 * @param asked when the person was asked for them, in milliseconds: a photo that is newer was taken then, by the camera a phone offers
 */
export function pickedFrom(files: FileList | null, asked = Number.POSITIVE_INFINITY): readonly PickedFile[] {
  return Array.from(files ?? []).map((file) => ({
    name: file.name,
    path: URL.createObjectURL(file),
    bytes: file.size,
    ...(file.type === '' ? {} : { mediaType: file.type }),
    ...(file.lastModified >= asked ? { taken: { at: new Date(file.lastModified).toISOString() } } : {}),
  }))
}

/**
 * Photos taken or chosen in WeChat, which does not say which of the two a photo was: where that matters it is asked for one of them alone.
 * @returns none when the person went back. @throws an Error in Chinese
 */
export function pickPhotosInWechat(
  most: number,
  from: 'camera' | 'album' | 'both' = 'both',
): Promise<readonly PickedFile[]> {
  return picked('没有打开相机或相册，请在微信的设置里允许后再试', async () => {
    const { tempFiles } = await Taro.chooseMedia({
      count: Math.min(most, 9),
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: from === 'both' ? ['album', 'camera'] : [from],
    })
    return tempFiles.map(({ tempFilePath, size }, index) => ({
      name: `照片${index + 1}.${/\.([a-z0-9]{1,5})$/i.exec(tempFilePath)?.[1] ?? 'jpg'}`,
      path: tempFilePath,
      bytes: size,
      ...(from === 'camera' ? { taken: { at: new Date().toISOString() } } : {}),
    }))
  })
}

/** Files out of WeChat's conversations, which is where a mini-program may take them from. */
export function pickDocumentsInWechat(most: number): Promise<readonly PickedFile[]> {
  return picked('没有打开聊天里的文件，请再试一次', async () => {
    const { tempFiles } = await Taro.chooseMessageFile({ count: Math.min(most, 9), type: 'all' })
    return tempFiles.map(({ name, path, size }) => ({ name, path, bytes: size }))
  })
}

async function picked(problem: string, pick: () => Promise<readonly PickedFile[]>): Promise<readonly PickedFile[]> {
  try {
    return await pick()
  } catch (failure) {
    if (wasCancelled(failure)) return []
    throw new Error(problem)
  }
}

/** Gives back the memory of a file that is no longer shown; WeChat does so by itself. */
export function forgetFile(path: string): void {
  if (process.env.TARO_ENV === 'h5') URL.revokeObjectURL(path)
}
