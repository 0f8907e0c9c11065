import type { ImportState, SheetColumnReply, SheetImportRowReply } from '@zmht/shared/contract'
import type { Tone } from '@zmht/shared/ui'

interface Words {
  readonly name: string
  readonly tone: Tone
}

export const stateWords: Readonly<Record<ImportState, Words>> = {
  waiting: { name: '等待上传', tone: 'amber' },
  reading: { name: '正在读表', tone: 'accent' },
  read: { name: '等您对应列', tone: 'amber' },
  checking: { name: '正在检查', tone: 'accent' },
  checked: { name: '等您导入', tone: 'amber' },
  running: { name: '正在导入', tone: 'accent' },
  done: { name: '已导入', tone: 'quiet' },
  cancelled: { name: '已停止', tone: 'quiet' },
  undoing: { name: '正在撤销', tone: 'accent' },
  undone: { name: '已撤销', tone: 'quiet' },
  failed: { name: '没有完成', tone: 'danger' },
}

export const confidenceWords: Readonly<Record<SheetColumnReply['confidence'], Words>> = {
  right: { name: '认出来了', tone: 'accent' },
  unsure: { name: '请核对', tone: 'amber' },
  none: { name: '没认出', tone: 'quiet' },
  chosen: { name: '您选的', tone: 'accent' },
}

export const outcomeWords: Readonly<Record<SheetImportRowReply['outcome'], Words>> = {
  new: { name: '新登记', tone: 'accent' },
  known: { name: '补充已有', tone: 'quiet' },
  duplicate: { name: '表内重复', tone: 'amber' },
  wrong: { name: '不能导入', tone: 'danger' },
}
