import type { Knowledge } from '@zmht/shared/knowledge'
import type { FromWorker, ToWorker } from './sheet-worker'
import { startSheetWorker } from './start-worker'

const longestWait = 40_000
/** Before anything is read: the worker looks closer. */
const mostBytes = 20 * 1024 * 1024

/** Reads a workbook and finds out what its columns mean, beside the page: it goes on answering meanwhile. Only on h5. */
export async function openFile(file: File, knowledge: Knowledge, signal: AbortSignal): Promise<FromWorker> {
  if (file.size > mostBytes) return { ok: false, message: `文件超过 ${mostBytes / 1024 / 1024} 兆，请分成几个再试` }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { version, attributes, relationTypes, codeLists, upgrades } = knowledge
  return inWorker(
    { bytes, name: file.name, tables: { version, attributes, relationTypes, codeLists, upgrades } },
    signal,
  )
}

function inWorker(sent: ToWorker, signal: AbortSignal): Promise<FromWorker> {
  return new Promise((resolve) => {
    const worker = startSheetWorker()
    const finish = (result: FromWorker) => {
      clearTimeout(timer)
      worker?.terminate()
      resolve(result)
    }
    const timer = setTimeout(
      () => finish({ ok: false, message: `${longestWait / 1000} 秒还没有读完，请删去不用的内容再试` }),
      longestWait,
    )
    if (!worker) return finish({ ok: false, message: '请在电脑上打开表格' })
    signal.addEventListener('abort', () => finish({ ok: false, message: '已取消' }))
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => finish(data)
    worker.onerror = () => finish({ ok: false, message: '文件读不出来，请刷新页面再试' })
    worker.postMessage(sent, [sent.bytes.buffer])
  })
}
