import Taro, { useDidShow } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { cx } from '../classes'
import { useElder } from '../hooks/elder'
import { useWide } from '../hooks/wide'
import { Box } from '../primitives/Box'
import { AppBar } from './AppBar'
import { type Navigation, SideNav, TabBar } from './Navigation'
import { ToastHost } from './toast'

export interface ScreenProps {
  readonly title: string
  readonly children: ReactNode
  /** The tabs of the application; give it on top-level pages only (on wide screens the side stays on all pages that give it). */
  readonly navigation?: Navigation | undefined
  /** Which entry this page belongs to. */
  readonly current?: string | undefined
  /** A deeper page: back goes to the page before, or here when there is none (a shared link). */
  readonly back?: string | undefined
  /** At the end of the bar on top. On weapp, which has its own bar, they stand above the content. */
  readonly actions?: ReactNode
  /** Stays in sight at the bottom: the page's main act. */
  readonly footer?: ReactNode
  /** `column`: one column of 640 at any width. `wide`: uses a PC's width, with the side navigation from 900. */
  readonly layout?: 'column' | 'wide'
  /** At the foot of the side navigation: who is signed in. */
  readonly sideFoot?: ReactNode
}

/** The frame of every page: title, content, navigation, messages. */
export function Screen({
  title,
  children,
  navigation,
  current,
  back,
  actions,
  footer,
  layout = 'column',
  sideFoot,
}: ScreenProps) {
  const elder = useElder()
  const wide = useWide() && layout === 'wide'
  const side = wide && navigation !== undefined

  useTitle(title)
  useSlashSearch()

  const main = (
    <>
      {process.env.TARO_ENV === 'h5' ? <AppBar title={title} back={back} actions={actions} wide={wide} /> : null}
      <Box as="main" className={cx('z-screen__content', wide && 'z-screen__content--wide')}>
        {process.env.TARO_ENV !== 'h5' && actions ? <Box className="z-row z-gap-2">{actions}</Box> : null}
        {children}
      </Box>
      {footer ? (
        <Box className="z-screen__foot">
          <Box className="z-screen__foot-inner">{footer}</Box>
        </Box>
      ) : null}
      {navigation && !side && back === undefined ? <TabBar navigation={navigation} current={current} /> : null}
      <ToastHost />
    </>
  )
  return (
    <Box className={cx('z-screen', elder && 'elder', side && 'z-screen--side')}>
      {side ? <SideNav navigation={navigation} current={current} foot={sideFoot} /> : null}
      {process.env.TARO_ENV === 'h5' ? (
        // The same element at any width: a window made narrower, a tablet turned, loses nothing that was typed.
        <Box className={side ? 'z-screen__main' : 'z-screen__whole'}>{main}</Box>
      ) : (
        main
      )}
    </Box>
  )
}

function useTitle(title: string): void {
  const show = () => void Taro.setNavigationBarTitle({ title }).catch(() => undefined)
  useDidShow(show)
  useEffect(show, [title])
}

/** On h5 the key `/` puts the cursor into the first search box, pressed again into the next. */
function useSlashSearch(): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const onKey = (event: KeyboardEvent) => {
      const target = event.target
      if (event.key !== '/' || event.ctrlKey || event.metaKey) return
      const boxes = Array.from(document.querySelectorAll<HTMLInputElement>('[data-search]')).filter(
        (one) => one.offsetParent !== null,
      )
      const here = target instanceof HTMLInputElement ? boxes.indexOf(target) : -1
      const typing = target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
      // In an empty search box it means the next one: that of the header finds anything, that of the page what the page lists.
      if (typing && boxes[here]?.value !== '') return
      const box = boxes[here + 1]
      if (!box) return
      event.preventDefault()
      box.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
