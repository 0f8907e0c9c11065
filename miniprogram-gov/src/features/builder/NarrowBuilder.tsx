import { Box, Button, Row, Screen, SegmentedControl, Sheet } from '@zmht/shared/ui'
import { useState } from 'react'
import { pages } from '@/lib/navigation'
import { BuilderDialogs } from './BuilderDialogs'
import { BuilderCanvas, BuilderPalette, History, Removal, SaveButtons } from './BuilderParts'
import { Preview } from './Preview'
import { Conflict, SaveState } from './SaveState'
import { panelTitle, SelectedPanel } from './SelectedPanel'
import { TryOut } from './TryOut'
import type { Builder } from './useBuilder'

/** On a phone: the form and the live form take turns; what can be added and properties rise from below. */
export function NarrowBuilder({ builder }: { readonly builder: Builder }) {
  const { editor, selected, select, opened, open } = builder
  const [step, setStep] = useState<'edit' | 'preview' | 'try'>('edit')
  return (
    <Screen
      title={editor.draft.title || '新服务'}
      back={pages.channels}
      footer={
        <>
          <Conflict editor={editor} />
          <Removal builder={builder} />
          {step === 'edit' ? (
            <Button full icon="plus" variant="quiet" onPress={() => open('palette')}>
              添加内容
            </Button>
          ) : null}
          <Box className="g-foot-buttons">
            <SaveButtons builder={builder} />
          </Box>
        </>
      }
    >
      <SegmentedControl
        label="步骤"
        value={step}
        segments={[
          { value: 'edit', label: '编辑', icon: 'edit' },
          { value: 'preview', label: '预览', icon: 'eye' },
          { value: 'try', label: '试填', icon: 'check' },
        ]}
        onChange={setStep}
      />
      {step === 'preview' ? (
        <Preview knowledge={builder.knowledge} draft={editor.draft} tried={builder.tried} />
      ) : step === 'try' ? (
        <TryOut knowledge={builder.knowledge} draft={editor.draft} tried={builder.tried} />
      ) : (
        <>
          <Row between>
            <SaveState editor={editor} />
            <History builder={builder} />
          </Row>
          <BuilderCanvas builder={builder} />
        </>
      )}
      <Sheet open={opened === 'palette'} title="添加内容" onClose={() => open(undefined)}>
        <BuilderPalette builder={builder} />
      </Sheet>
      <Sheet
        open={selected !== undefined}
        title={selected ? panelTitle(selected) : ''}
        onClose={() => select(undefined)}
        footer={
          selected?.at === 'new-subject' ? undefined : (
            <Button full onPress={() => select(undefined)}>
              好了
            </Button>
          )
        }
      >
        <SelectedPanel builder={builder} />
      </Sheet>
      <BuilderDialogs builder={builder} />
    </Screen>
  )
}
