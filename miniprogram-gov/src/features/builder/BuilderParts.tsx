import type { Knowledge } from '@zmht/shared/knowledge'
import { Button, Notice, Row, Stack, toast } from '@zmht/shared/ui'
import { may } from '../session/official'
import { BurdenMeter } from './BurdenMeter'
import { sayShare } from './burden'
import { Canvas } from './Canvas'
import { Palette } from './Palette'
import type { ServiceDraft } from './service-draft'
import type { Builder } from './useBuilder'

/** The form as it is put together, with what should be thought of. */
export function BuilderCanvas({ builder }: { readonly builder: Builder }) {
  const { knowledge, editor, problems, selected, select, move, burden } = builder
  return (
    <Stack gap={4}>
      {lacksConsent(knowledge, editor.draft) ? (
        <Notice tone="amber" title="问到了敏感信息">
          建议在最后放一份同意书，说明用来做什么。
        </Notice>
      ) : null}
      <Canvas
        knowledge={knowledge}
        draft={editor.draft}
        problems={problems}
        selected={selected}
        known={(id) => sayShare(burden?.shares.get(id))}
        head={<BurdenMeter builder={builder} />}
        onSelect={select}
        onMove={move}
      />
    </Stack>
  )
}

export function BuilderPalette({ builder }: { readonly builder: Builder }) {
  const { knowledge, editor, preferred, setPreferred, add, open, select } = builder
  return (
    <Palette
      knowledge={knowledge}
      form={editor.draft.form}
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
export function Removal({ builder }: { readonly builder: Builder }) {
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

export function SaveButtons({ builder }: { readonly builder: Builder }) {
  const { me, editor, save, goPublish } = builder
  return (
    <Row gap={2}>
      <Button
        variant="quiet"
        loading={editor.saving}
        onPress={() => void save().then((done) => done && toast('已保存'))}
      >
        保存
      </Button>
      {may(me, 'channel.publish') ? (
        <Button icon="publish" disabled={editor.saving} onPress={() => void goPublish()}>
          下一步：发布
        </Button>
      ) : null}
    </Row>
  )
}

export function History({ builder }: { readonly builder: Builder }) {
  const { state, dispatch } = builder.editor
  return (
    <Row gap={1} className="g-tools">
      <Button variant="text" icon="undo" disabled={state.past.length === 0} onPress={() => dispatch({ do: 'undo' })}>
        撤销
      </Button>
      <Button variant="text" icon="redo" disabled={state.future.length === 0} onPress={() => dispatch({ do: 'redo' })}>
        重做
      </Button>
    </Row>
  )
}

function lacksConsent(knowledge: Knowledge, { form }: ServiceDraft): boolean {
  if (form.controls.some((one) => one.kind === 'consent')) return false
  return form.controls.some(
    (one) =>
      one.binding &&
      'attribute' in one.binding &&
      knowledge.attribute(one.binding.attribute)?.sensitivity === 'sensitive',
  )
}
