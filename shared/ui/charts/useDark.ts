import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'

const query = '(prefers-color-scheme: dark)'

function isDark(): boolean {
  if (process.env.TARO_ENV === 'h5') return window.matchMedia(query).matches
  return Taro.getSystemInfoSync().theme === 'dark'
}

/** Whether the device shows dark pages now. A canvas does not follow the style sheet by itself. */
export function useDark(): boolean {
  const [dark, setDark] = useState(isDark)
  useEffect(() => {
    const follow = () => setDark(isDark())
    if (process.env.TARO_ENV === 'h5') {
      const media = window.matchMedia(query)
      media.addEventListener('change', follow)
      return () => media.removeEventListener('change', follow)
    }
    Taro.onThemeChange?.(follow)
    return () => Taro.offThemeChange?.(follow)
  }, [])
  return dark
}
