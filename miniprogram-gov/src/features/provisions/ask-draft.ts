import { latestDay, mostFields, type Purpose, placeField } from '@zmht/shared/provisions'

/** An ask as it is being written. */
export interface AskDraft {
  readonly fields: readonly string[]
  readonly purpose: Purpose | undefined
  readonly reason: string
  readonly places: readonly string[]
  readonly posts: readonly string[]
  readonly until: string | undefined
}

type AskFaults = Partial<Record<keyof AskDraft, string>>

/** @returns what is still to be done, by part; nothing when it can be sent */
export function faultsOf({ fields, purpose, reason, places, posts, until }: AskDraft, today: string): AskFaults {
  return {
    ...(fields.some((field) => field !== placeField) ? {} : { fields: '请至少选一项内容，只有地址看不出什么' }),
    ...(fields.length > mostFields ? { fields: `最多选 ${mostFields} 项` } : {}),
    ...(purpose === undefined ? { purpose: '请选择用途' } : {}),
    ...(reason.trim() === '' ? { reason: '请写明要用来做什么' } : {}),
    ...(places.length === 0 ? { places: '请至少选一个地点' } : {}),
    ...(posts.length === 0 ? { posts: '请至少选一个岗位' } : {}),
    ...(until === undefined
      ? { until: '请选择用到哪一天' }
      : until < today
        ? { until: '不能早于今天' }
        : until > latestDay(today)
          ? { until: '最长一年，请选近一些的日期' }
          : {}),
  }
}
