import { useEffect, useState } from 'react'

const query = '(min-width: 900px)'

/** Whether there is room for a side navigation (h5 only; a mini-program is always narrow). */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => process.env.TARO_ENV === 'h5' && window.matchMedia(query).matches)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const media = window.matchMedia(query)
    const follow = () => setWide(media.matches)
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [])
  return wide
}
