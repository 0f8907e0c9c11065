import Taro from '@tarojs/taro'

/** Brings a finished sheet to whoever asked for it: into the downloads on h5; in a mini-program it is opened, and can be sent on from there. */
export async function download({ url, name }: { readonly url: string; readonly name: string }): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.rel = 'noopener'
    link.click()
    return
  }
  const { tempFilePath } = await Taro.downloadFile({ url })
  await Taro.openDocument({ filePath: tempFilePath, fileType: 'xlsx', showMenu: true })
}
