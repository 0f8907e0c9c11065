import type { Form } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import { Button, Notice, Row, Stack } from '@zmht/shared/ui'
import { BurdenMeter } from './BurdenMeter'
import { sayShare } from './burden'
import { Canvas } from './Canvas'
import type { LayoutProps } from './layout'
import { Palette } from './Palette'
import type { FormBuilder } from './useFormBuilder'

/** The form as it is put together, with what should be thought of. */
export function BuilderCanvas({ builder, problems, card }: LayoutProps) {
  const { knowledge, form, selected, select, move, burden } = builder
  return (
    <Stack gap={4}>
      {lacksConsent(knowledge, form) ? (
        <Notice tone="amber" title="问到了敏感信息">
          建议在最后放一份同意书，说明用来做什么。
        </Notice>
      ) : null}
      <Canvas
        knowledge={knowledge}
        form={form}
        problems={problems}
        basics={card}
        selected={selected}
        known={(id) => sayShare(burden?.shares.get(id))}
        head={<BurdenMeter builder={builder} />}
        onSelect={select}
        onMove={move}
      />
    </Stack>
  )
}

export function BuilderPalette({ builder }: { readonly builder: FormBuilder }) {
  const { knowledge, form, preferred, setPreferred, add, open, select } = builder
  return (
    <Palette
      knowledge={knowledge}
      form={form}
      preferred={preferred}
      onPreferred={setPreferred}
      onAdd={add}
      onAddSubject={() => {
        open(undefined)
        select({ at: 'new-subject' })
      }}
      onCopy={() => open('copy')}
      onSheet={process.env.TARO_ENV === 'h5' ? () => open('sheet') : undefined}
    />
  )
}

/** What was just removed, and the way to have it back. */
export function Removal({ builder }: { readonly builder: FormBuilder }) {
  if (!builder.removed) return null
  return (
    <Notice
      title={`已移除“${builder.removed.name}”`}
      action={
        <Row>
          <Button variant="text" icon="undo" onPress={builder.undoRemoval}>
            撤销移除
          </Button>
        </Row>
      }
    />
  )
}

export function History({ builder }: { readonly builder: FormBuilder }) {
  const { canUndo, canRedo, dispatch } = builder
  return (
    <Row gap={1} className="g-tools">
      <Button variant="text" icon="undo" disabled={!canUndo} onPress={() => dispatch({ do: 'undo' })}>
        撤销
      </Button>
      <Button variant="text" icon="redo" disabled={!canRedo} onPress={() => dispatch({ do: 'redo' })}>
        重做
      </Button>
    </Row>
  )
}

/** Whoever hands something in about themself agrees to what it is for; an official who looks has it from their post. */
function lacksConsent(knowledge: Knowledge, form: Form): boolean {
  if (!form.subjects.some(({ is }) => is.by === 'actor')) return false
  if (form.controls.some((one) => one.kind === 'consent')) return false
  return form.controls.some(
    (one) =>
      one.binding &&
      'attribute' in one.binding &&
      knowledge.attribute(one.binding.attribute)?.sensitivity === 'sensitive',
  )
}
