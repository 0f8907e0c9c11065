import type { NoticeReply } from '@zmht/shared/contract'

type Run = NoticeReply['runs'][number]

const titles: Readonly<Record<Run['kind'], string>> = {
  unread: '核对谁没读',
  resend: '微信提醒',
  visits: '交给工作人员',
}

/** What was done, and what came of it. */
export function runWords({ kind, counts, job }: Run): { readonly title: string; readonly detail: string } {
  const title = titles[kind]
  if (kind === 'visits') {
    const { people = 0, left = 0 } = counts
    return { title, detail: left === 0 ? `${people} 人` : `${people} 人，还有 ${left} 人没有交` }
  }
  return { title, detail: job?.message ?? '' }
}

/** A job that goes on without whoever started it. */
export const isUnderWay = ({ job }: Pick<Run, 'job'>): boolean => job?.state === 'waiting' || job?.state === 'running'
