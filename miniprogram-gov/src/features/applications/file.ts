import Taro from '@tarojs/taro'
import { saveText } from '../sheets/workbook'

/** Larger than any application that may be kept. */
const mostBytes = 300_000

/** An application as a file: in a browser into the downloads, in WeChat on to somebody in a conversation. */
export async function giveFile(name: string, text: string): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    saveText(name, text, 'application/json')
    return
  }
  const path = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
  await new Promise<void>((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({
      filePath: path,
      data: text,
      encoding: 'utf8',
      success: () => resolve(),
      fail: (failure) => reject(new Error(failure.errMsg)),
    })
  })
  await Taro.shareFileMessage({ filePath: path, fileName: name })
}

export type ReadText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string }

const tooLarge: ReadText = { ok: false, message: '文件太大，不是导出的应用' }

/** What a chosen file holds, as text. Only on h5. */
export async function readChosen(file: File): Promise<ReadText> {
  if (file.size > mostBytes) return tooLarge
  return { ok: true, text: await file.text() }
}

/** A file out of WeChat's conversations, as text; nothing where the person went back. */
export async function chooseInWechat(): Promise<ReadText | undefined> {
  let path: string
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['json'] })
    const [file] = tempFiles
    if (file === undefined) return undefined
    if (file.size > mostBytes) return tooLarge
    path = file.path
  } catch {
    return undefined
  }
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath: path,
      encoding: 'utf8',
      success: ({ data }) => resolve({ ok: true, text: String(data) }),
      fail: () => resolve({ ok: false, message: '读不了这个文件，请重新选一次' }),
    })
  })
}
