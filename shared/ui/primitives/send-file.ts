import Taro from '@tarojs/taro'
import type { PickedFile } from '../controls/control'
import { bytesOf } from './shrink-photo'

export interface Address {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
}

/** From 0 to 1, as it goes. */
export type OnProgress = (share: number) => void

/** No sign of life for so long: the network is gone. In milliseconds. */
const patience = 120_000

/** @returns the size of a picked file to the byte: the bucket counts, and takes no other */
export async function sizeOf(file: PickedFile): Promise<number> {
  return process.env.TARO_ENV === 'h5' ? file.bytes : bytesOf(file.path, file.bytes)
}

/** Posts a file as multipart/form-data, the fields before it. @returns the status that was answered; rejects when nothing was */
export function postFile(address: Address, file: PickedFile, onProgress: OnProgress): Promise<number> {
  return process.env.TARO_ENV === 'h5'
    ? postInBrowser(address, file, onProgress)
    : postInWechat(address, file, onProgress)
}

async function postInBrowser({ url, fields }: Address, file: PickedFile, onProgress: OnProgress): Promise<number> {
  // An object URL of our own: nothing leaves the browser to read it.
  const blob = await (await fetch(file.path)).blob()
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  // The bucket ignores whatever comes after the file.
  form.append('file', blob, file.name)
  return new Promise((resolve, reject) => {
    // `fetch` does not say how far it has come.
    const call = new XMLHttpRequest()
    call.open('POST', url)
    call.timeout = patience
    call.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    call.onload = () => resolve(call.status)
    call.onerror = () => reject(new Error('no answer'))
    call.ontimeout = call.onerror
    call.send(form)
  })
}

async function postInWechat({ url, fields }: Address, file: PickedFile, onProgress: OnProgress): Promise<number> {
  const task = Taro.uploadFile({
    url,
    filePath: file.path,
    name: 'file',
    formData: { ...fields },
    timeout: patience,
  })
  task.onProgressUpdate?.(({ progress }) => onProgress(progress / 100))
  const { statusCode } = await task
  return statusCode
}
