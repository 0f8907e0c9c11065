import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { cx } from '../classes'
import { Box } from './Box'
import { Button, type ButtonVariant } from './Button'
import { Icon } from './Icon'
import { Pressable } from './Pressable'
import { ProblemNotice } from './States'
import { Heading, Text } from './Text'

export interface SheetProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Stays in sight below the scrolling content. */
  readonly footer?: ReactNode
  /** More room on wide screens. */
  readonly wide?: boolean
}

const focusable = 'button:not([disabled]), input, textarea, select, a[href], [tabindex="0"]'

/** Rises from the bottom on a phone, a dialog in the middle on a wide screen. Escape and the veil close it. */
export function Sheet(props: SheetProps) {
  return props.open ? <OpenSheet {...props} /> : null
}

function OpenSheet({ title, onClose, children, footer, wide }: SheetProps) {
  const titleId = useId()
  const panel = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const before = document.activeElement
    panel.current?.focus()
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        event.stopPropagation()
        close.current()
      }
      if (event.key !== 'Tab' || !panel.current) return
      const stops = Array.from(panel.current.querySelectorAll<HTMLElement>(focusable))
      const first = stops[0]
      const last = stops[stops.length - 1]
      if (!first || !last) return
      if (event.shiftKey && (document.activeElement === first || document.activeElement === panel.current)) {
        event.preventDefault()
        last.focus()
      } else if (!event.shiftKey && document.activeElement === last) {
        event.preventDefault()
        first.focus()
      }
    }
    document.addEventListener('keydown', onKey)
    const overflow = document.body.style.overflow
    document.body.style.overflow = 'hidden'
    return () => {
      document.removeEventListener('keydown', onKey)
      document.body.style.overflow = overflow
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])

  const inside = (
    <>
      <Box className="z-sheet__head">
        <Heading level={2} id={titleId}>
          {title}
        </Heading>
        <Pressable className="z-sheet__close" onPress={onClose}>
          <Icon name="close" />
          关闭
        </Pressable>
      </Box>
      <Box className="z-sheet__body">{children}</Box>
      {footer ? <Box className="z-sheet__foot">{footer}</Box> : null}
    </>
  )
  const panelClass = cx('z-sheet__panel', wide && 'z-sheet__panel--wide')
  if (process.env.TARO_ENV === 'h5') {
    return (
      <div className="z-sheet">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the veil is a second way to close; the close button and Escape are the first */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
        <div className="z-sheet__veil" onClick={onClose} />
        <div ref={panel} className={panelClass} role="dialog" aria-modal="true" aria-labelledby={titleId} tabIndex={-1}>
          {inside}
        </div>
      </div>
    )
  }
  return (
    <View className="z-sheet" catchMove>
      <View className="z-sheet__veil" onClick={onClose} />
      <View className={panelClass} ariaRole="dialog">
        {inside}
      </View>
    </View>
  )
}

/** Asks before something that cannot simply be undone; `consequence` says what will happen. */
export function ConfirmSheet({
  open,
  title,
  consequence,
  confirm,
  variant = 'primary',
  onConfirm,
  onClose,
  children,
}: {
  readonly open: boolean
  readonly title: string
  readonly consequence: string
  /** The words of the button: the act itself, not 「确定」. */
  readonly confirm: string
  readonly variant?: ButtonVariant
  /** Runs while the button turns; the sheet stays open with the problem if it fails. */
  readonly onConfirm: () => Promise<void> | void
  readonly onClose: () => void
  readonly children?: ReactNode
}) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const run = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await onConfirm()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button full variant={variant} loading={busy} onPress={() => void run()}>
            {confirm}
          </Button>
          <Button full variant="text" onPress={onClose}>
            先不
          </Button>
        </>
      }
    >
      <Box className="z-stack z-gap-3">
        <Text>{consequence}</Text>
        {children}
        {error === undefined ? null : <ProblemNotice error={error} />}
      </Box>
    </Sheet>
  )
}
