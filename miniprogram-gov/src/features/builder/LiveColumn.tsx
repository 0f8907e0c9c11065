import { SegmentedControl, Stack } from '@zmht/shared/ui'
import { useState } from 'react'
import { Preview } from './Preview'
import { TryOut } from './TryOut'
import type { Builder } from './useBuilder'

/** Beside the form: how a resident sees it, or trying it out. */
export function LiveColumn({ builder }: { readonly builder: Builder }) {
  const [mode, setMode] = useState<'look' | 'try'>('look')
  const { knowledge, editor, tried } = builder
  return (
    <Stack gap={3}>
      <SegmentedControl
        label="居民看到的样子"
        value={mode}
        segments={[
          { value: 'look', label: '预览', icon: 'eye' },
          { value: 'try', label: '试填', icon: 'edit' },
        ]}
        onChange={setMode}
      />
      {mode === 'look' ? (
        <Preview knowledge={knowledge} draft={editor.draft} tried={tried} />
      ) : (
        <TryOut knowledge={knowledge} draft={editor.draft} tried={tried} />
      )}
    </Stack>
  )
}
