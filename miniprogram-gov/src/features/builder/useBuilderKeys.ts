import { useDidHide, useDidShow } from '@tarojs/taro'
import type { Control, Form } from '@zmht/shared/controls'
import { useEffect, useRef } from 'react'
import type { FormAction, Travel } from './builder-state'
import type { Selection } from './selection'

/** On h5: Ctrl+Z and Ctrl+Y go back and forth, Alt+↑ and Alt+↓ move the control being looked at, Delete removes it. */
export function useBuilderKeys(given: {
  readonly form: Form
  readonly selected: Selection | undefined
  readonly dispatch: (action: FormAction | Travel) => void
  readonly removeControl: (control: Control) => void
}): void {
  const now = useRef(given)
  now.current = given
  // A page that was left stays mounted.
  const shown = useRef(true)
  useDidShow(() => {
    shown.current = true
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const onKey = (event: KeyboardEvent) => {
      if (!shown.current) return
      const { form, selected, dispatch, removeControl } = now.current
      const command = event.ctrlKey || event.metaKey
      const letter = event.key.toLowerCase()
      if (command && (letter === 'z' || letter === 'y')) {
        event.preventDefault()
        dispatch({ do: letter === 'y' || event.shiftKey ? 'redo' : 'undo' })
        return
      }
      if (selected?.at !== 'control') return
      const at = form.controls.findIndex((one) => one.id === selected.id)
      const control = form.controls[at]
      if (!control) return
      if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault()
        dispatch({ do: 'moveControl', id: control.id, to: event.key === 'ArrowUp' ? at - 1 : at + 1 })
        return
      }
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
      if (event.key === 'Delete' && !typing) {
        event.preventDefault()
        removeControl(control)
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
