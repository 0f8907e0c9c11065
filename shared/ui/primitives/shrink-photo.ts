import Taro from '@tarojs/taro'
import type { PickedFile } from '../controls/control'
import { attempts, isSmall, jpegName, mostBytes } from './photo-size'

/** @returns the photo small enough to be sent, the same if it is already. @throws an Error in Chinese when it cannot be read */
export function shrinkPhoto(photo: PickedFile): Promise<PickedFile> {
  return process.env.TARO_ENV === 'h5' ? shrinkInBrowser(photo) : shrinkInWechat(photo)
}

async function shrinkInBrowser(photo: PickedFile): Promise<PickedFile> {
  const image = await imageAt(photo.path)
  const { naturalWidth: width, naturalHeight: height } = image
  if (isSmall({ width, height, bytes: photo.bytes })) return photo
  const canvas = document.createElement('canvas')
  let smallest: Blob | undefined
  for (const attempt of attempts(width, height)) {
    smallest = (await drawn(canvas, image, attempt)) ?? smallest
    if (smallest !== undefined && smallest.size <= mostBytes) break
  }
  if (smallest === undefined) return photo
  return { name: jpegName(photo.name), path: URL.createObjectURL(smallest), bytes: smallest.size }
}

function imageAt(path: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error('这张照片的格式打不开，请换一张，或截图后再传'))
    image.src = path
  })
}

function drawn(
  canvas: HTMLCanvasElement,
  image: HTMLImageElement,
  { width, height, quality }: { readonly width: number; readonly height: number; readonly quality: number },
): Promise<Blob | null> {
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context === null) return Promise.resolve(null)
  // JPEG has no transparency: what is clear in a screenshot would turn black.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0, width, height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}

/** WeChat has compressed it once; only what is still large is scaled. */
async function shrinkInWechat(photo: PickedFile): Promise<PickedFile> {
  if (photo.bytes <= mostBytes) return photo
  try {
    const { width, height } = await Taro.getImageInfo({ src: photo.path })
    const [first] = attempts(width, height)
    if (first === undefined) return photo
    const { tempFilePath } = await Taro.compressImage({
      src: photo.path,
      quality: 70,
      compressedWidth: first.width,
      compressedHeight: first.height,
    })
    return { name: jpegName(photo.name), path: tempFilePath, bytes: await bytesOf(tempFilePath, photo.bytes) }
  } catch {
    // Sent larger rather than not at all.
    return photo
  }
}

/** @returns the size of a file of WeChat's, in bytes */
export function bytesOf(path: string, otherwise: number): Promise<number> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: ({ size }) => resolve(size),
      fail: () => resolve(otherwise),
    })
  })
}
