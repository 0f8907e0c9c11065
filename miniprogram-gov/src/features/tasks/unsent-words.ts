import type { QueueView, Unsent } from '@/lib/offline/queue'

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
