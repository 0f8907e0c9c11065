import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Does something again and again while the page is in sight, `pause` milliseconds apart; what it does may change. */
export function useEvery(pause: number, act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  const inSight = useRef(true)
  useDidShow(() => {
    inSight.current = true
  })
  useDidHide(() => {
    inSight.current = false
  })
  useEffect(() => {
    const timer = setInterval(() => {
      const hidden = process.env.TARO_ENV === 'h5' && document.hidden
      if (inSight.current && !hidden) latest.current()
    }, pause)
    return () => clearInterval(timer)
  }, [pause])
}
