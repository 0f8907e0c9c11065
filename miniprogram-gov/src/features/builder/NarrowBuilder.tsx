import { Box, Button, Row, Screen, SegmentedControl, Sheet } from '@zmht/shared/ui'
import { useState } from 'react'
import { BuilderDialogs } from './BuilderDialogs'
import { BuilderCanvas, BuilderPalette, History, Removal } from './BuilderParts'
import type { LayoutProps } from './layout'
import { Preview } from './Preview'
import { panelTitle, SelectedPanel } from './SelectedPanel'
import { TryOut } from './TryOut'

/** On a phone: the form and the live form take turns; what can be added and properties rise from below. */
export function NarrowBuilder(props: LayoutProps) {
  const { builder, title, heading, summary, back, conflict, state, buttons } = props
  const { selected, select, opened, open } = builder
  const live = { knowledge: builder.knowledge, form: builder.form, tried: builder.tried, heading, summary }
  const [step, setStep] = useState<'edit' | 'preview' | 'try'>('edit')
  return (
    <Screen
      title={title}
      back={back}
      footer={
        <>
          {conflict}
          <Removal builder={builder} />
          {step === 'edit' ? (
            <Button full icon="plus" variant="quiet" onPress={() => open('palette')}>
              添加内容
            </Button>
          ) : null}
          <Box className="g-foot-buttons">{buttons}</Box>
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
        <Preview {...live} />
      ) : step === 'try' ? (
        <TryOut {...live} />
      ) : (
        <>
          <Row between>
            {state}
            <History builder={builder} />
          </Row>
          <BuilderCanvas {...props} />
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
        <SelectedPanel {...props} />
      </Sheet>
      <BuilderDialogs builder={builder} />
    </Screen>
  )
}
