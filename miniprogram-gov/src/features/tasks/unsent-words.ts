import { fileKindNames, fileKinds } from '@zmht/shared/rules'
import type { KeptFile } from '../../lib/offline/files'
import type { QueueView, Unsent } from '../../lib/offline/queue'

/** 「2 张照片、1 个签名」, of the files of an answer that lie on this device; `sent`: how many of them the server has. */
export function filesWords(files: readonly Pick<KeptFile, 'kind' | 'sentAt'>[]): string {
  const counted = fileKinds.flatMap((kind) => {
    const count = files.filter((file) => file.kind === kind).length
    return count === 0 ? [] : [`${count} ${kind === 'photo' ? '张' : '个'}${fileKindNames[kind]}`]
  })
  const waiting = files.filter(({ sentAt }) => sentAt === undefined).length
  const state =
    waiting === 0 ? '已经传好，随这一份提交' : waiting === files.length ? '等待上传' : `还有 ${waiting} 个等待上传`
  return `带 ${counted.join('、')}，${state}`
}

/** What a person is told of an answer that has not been sent. */
export function unsentWords(
  { sending }: Pick<QueueView, 'sending'>,
  { id, state }: Unsent,
): { readonly label: string; readonly tone: 'quiet' | 'accent' | 'amber' } {
  if (sending === id) return { label: '正在提交', tone: 'accent' }
  switch (state.is) {
    case 'waiting':
      return { label: '等待提交', tone: 'quiet' }
    case 'refused':
      return { label: '没有成功', tone: 'amber' }
    case 'differs':
      return { label: '需要核对', tone: 'amber' }
  }
}
