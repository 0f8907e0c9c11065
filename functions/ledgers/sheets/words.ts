import type { SheetImport } from './import.store'

interface Words {
  readonly begun: string
  readonly stopping: string
  readonly going: (done: number, total: number) => string
  readonly stopped: (done: number) => string
  readonly done: (done: number, refused: number) => string
  readonly undone: (rows: number) => string
}

const ofSheets: Words = {
  begun: '正在导入，可以离开这一页，回来时会接着显示进度',
  stopping: '正在停下，这一批登记完就停',
  going: (done, total) => `已导入 ${done} / ${total} 行`,
  stopped: (done) => `已停止：导入了 ${done} 行，其余没有导入。已导入的保留着，可以撤销`,
  done: (done, refused) =>
    `导入完成：${done} 行已登记${refused > 0 ? `，${refused} 行没有导入，可以下载改好再传` : ''}`,
  undone: (rows) => `已撤销：这次导入登记的 ${rows} 行已撤回，其他人登记的内容不受影响`,
}

const ofEdits: Words = {
  begun: '正在修改，可以离开这一页，回来时会接着显示进度',
  stopping: '正在停下，这一批改完就停',
  going: (done, total) => `已修改 ${done} / ${total} 个`,
  stopped: (done) => `已停止：改了 ${done} 个，其余没有改。已改的保留着，可以撤销`,
  done: (done, refused) => `修改完成：${done} 个已改${refused > 0 ? `，${refused} 个没有改` : ''}`,
  undone: (rows) => `已撤销：这次改的 ${rows} 个已恢复原来的说法，其他人登记的内容不受影响`,
}

/** What is said of an import while it goes on and after; of many edited at once in other words. */
export const wordsOf = ({ edit }: Pick<SheetImport, 'edit'>): Words => (edit === true ? ofEdits : ofSheets)
