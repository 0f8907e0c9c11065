import { SegmentedControl, Stack } from '@zmht/shared/ui'
import { useState } from 'react'
import type { LayoutProps } from './layout'
import { Preview } from './Preview'
import { TryOut } from './TryOut'

/** Beside the form: how whoever fills it in sees it, or trying it out. */
export function LiveColumn({ builder, heading, summary, look }: LayoutProps) {
  const [mode, setMode] = useState<'look' | 'try'>('look')
  const { knowledge, form, tried } = builder
  const live = { knowledge, form, tried, heading, summary }
  return (
    <Stack gap={3}>
      <SegmentedControl
        label={look}
        value={mode}
        segments={[
          { value: 'look', label: '预览', icon: 'eye' },
          { value: 'try', label: '试填', icon: 'edit' },
        ]}
        onChange={setMode}
      />
      {mode === 'look' ? <Preview {...live} /> : <TryOut {...live} />}
    </Stack>
  )
}
