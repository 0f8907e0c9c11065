/** The longer side of an uploaded photo, in pixels: writing on a photographed page can still be read. */
export const mostPixels = 1600
/** In bytes: half a minute on a slow network for nine photos. */
export const mostBytes = 500_000

export interface Attempt {
  readonly width: number
  readonly height: number
  /** Of a JPEG, 0 to 1. */
  readonly quality: number
}

export function isSmall(photo: { readonly width: number; readonly height: number; readonly bytes: number }): boolean {
  return Math.max(photo.width, photo.height) <= mostPixels && photo.bytes <= mostBytes
}

/** @returns what to try one after the other until a photo is small enough: first a lower quality, then fewer pixels */
export function attempts(width: number, height: number): readonly Attempt[] {
  const scale = Math.min(1, mostPixels / Math.max(width, height, 1))
  return [1, 0.75, 0.5].flatMap((share) =>
    [0.85, 0.7, 0.55].map((quality) => ({
      width: Math.max(1, Math.round(width * scale * share)),
      height: Math.max(1, Math.round(height * scale * share)),
      quality,
    })),
  )
}

/** @returns the name of a photo that has become a JPEG */
export function jpegName(name: string): string {
  return `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '') || '照片'}.jpg`
}
