import { useReachBottom } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import type { Paged } from '../hooks/resource'
import { Button } from '../primitives/Button'
import { ProblemNotice, Skeleton } from '../primitives/States'
import { Text } from '../primitives/Text'

/** The end of an endless list: loads on by itself when it comes into sight, with a button for the keyboard. */
export function MoreOfList<T>({ paged }: { readonly paged: Paged<T> }) {
  const end = useRef<HTMLDivElement>(null)
  const loadMore = useRef(paged.loadMore)
  loadMore.current = paged.loadMore
  useReachBottom(() => {
    if (process.env.TARO_ENV !== 'h5') loadMore.current()
  })
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5' || !end.current) return
    const watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) loadMore.current()
    })
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [])

  const content =
    paged.error !== undefined && paged.items.length > 0 ? (
      <ProblemNotice error={paged.error} />
    ) : paged.loading && !paged.first && paged.more ? (
      <Skeleton lines={1} />
    ) : paged.more ? (
      <Button variant="text" full onPress={paged.loadMore}>
        查看更多
      </Button>
    ) : paged.items.length > 5 ? (
      <Text size="small" tone="quiet" className="z-list-end">
        已经到底了
      </Text>
    ) : null
  return process.env.TARO_ENV === 'h5' ? <div ref={end}>{content}</div> : content
}
