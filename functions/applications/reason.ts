import type { Problem } from '@zmht/shared/problems'

/** What a person reads of a refusal: its own words, and what was wrong. */
export function reasonOf({ document }: Problem): string {
  const fields = (document.fields ?? []).map(({ message }) => message)
  return fields.length > 0
    ? `${document.title}：${[...new Set(fields)].slice(0, 5).join('；')}`
    : `${document.title}。${document.detail}`
}
