import { useRouter } from '@tarojs/taro'
import type { Control, Subject } from '@zmht/shared/controls'
import type { Knowledge } from '@zmht/shared/knowledge'
import {
  Box,
  Button,
  Card,
  goOnTo,
  Heading,
  Loaded,
  Notice,
  ProblemNotice,
  Row,
  Screen,
  Section,
  SegmentedControl,
  Sheet,
  Stack,
  Text,
  toast,
  useWide,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { pages } from '@/lib/navigation'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { BasicsPanel } from './BasicsPanel'
import { Canvas } from './Canvas'
import { ControlPanel } from './ControlPanel'
import { Palette } from './Palette'
import { Preview } from './Preview'
import { AddSubjectPanel, SubjectPanel } from './SubjectPanel'
import type { Selection } from './selection'
import { basicProblems, problemsOf, type ServiceDraft } from './service-draft'
import { useBuilderKeys } from './useBuilderKeys'
import { useOpened } from './useOpened'
import { isChangedElsewhere, type ServiceEditor, type Source, useServiceEditor } from './useServiceDraft'

export function BuildPage() {
  return <Gate>{(me) => <Open me={me} />}</Gate>
}

function Open({ me }: { readonly me: Official }) {
  const { id = '', template } = useRouter().params
  const loaded = useOpened(id, template)
  if (loaded.data === undefined) {
    return (
      <Screen title="编辑服务" back={pages.channels} layout="wide">
        <Loaded of={loaded}>{() => null}</Loaded>
      </Screen>
    )
  }
  return <Builder me={me} id={id} source={loaded.data} />
}

function Builder({ me, id, source }: { readonly me: Official; readonly id: string; readonly source: Source }) {
  const editor = useServiceEditor(id, source)
  const wide = useWide()
  const knowledge = useKnowledge()
  const { draft, state, dispatch } = editor
  const [selected, setSelected] = useState<Selection | undefined>(wide ? { at: 'basics' } : undefined)
  const [preferred, setPreferred] = useState(mainSubject(draft))
  const [adding, setAdding] = useState(false)
  const [removed, setRemoved] = useState<{ readonly name: string }>()
  const [step, setStep] = useState<'edit' | 'preview'>('edit')
  const [tried, setTried] = useState(false)
  const problems = problemsOf(knowledge, draft)
  // A new service is not greeted with what is still missing; said once somebody wants to save or go on.
  const shownProblems = tried || source.from === 'server' ? problems : problems.filter((one) => one.basic === undefined)

  const move = (controlId: string, to: number) => dispatch({ do: 'moveControl', id: controlId, to })
  const select = (next: Selection) => {
    setRemoved(undefined)
    setSelected(next)
  }
  const removeControl = (control: Control) => {
    dispatch({ do: 'removeControl', id: control.id })
    setRemoved({ name: control.label })
    setSelected(undefined)
  }
  const add = (controls: readonly Control[], subjects: readonly Subject[]) => {
    const after = selected?.at === 'control' ? selected.id : undefined
    dispatch({ do: 'addControls', controls, subjects, after })
    const last = controls.at(-1)
    if (!last) return
    setAdding(false)
    setRemoved(undefined)
    if (wide) setSelected({ at: 'control', id: last.id })
    else toast(`已添加“${last.label}”，点它可以修改`)
  }
  useBuilderKeys({ draft, selected, dispatch, removeControl })

  const save = async () => {
    setTried(true)
    if (basicProblems(draft).length > 0) {
      setSelected({ at: 'basics' })
      return false
    }
    return editor.save()
  }
  const goPublish = async () => {
    if (!(await save())) return
    const next = problems[0]
    if (next === undefined) goOnTo(pages.publish, { id })
    else if (next.control !== undefined) setSelected({ at: 'control', id: next.control })
    else if (next.subject !== undefined) setSelected({ at: 'subject', key: next.subject })
    toastProblems(problems.length)
  }

  const panel = (
    <SelectedPanel
      knowledge={knowledge}
      draft={draft}
      selected={selected}
      editor={editor}
      shownProblems={shownProblems}
      onRemoveControl={removeControl}
      onSelect={setSelected}
      onRemovedSubject={(name) => setRemoved({ name })}
      onPreferred={setPreferred}
    />
  )
  const palette = (
    <Palette
      knowledge={knowledge}
      form={draft.form}
      preferred={preferred}
      onPreferred={setPreferred}
      onAdd={add}
      onAddSubject={() => {
        setAdding(false)
        setSelected({ at: 'new-subject' })
      }}
    />
  )
  const removal =
    removed && state.past.length > 0 ? (
      <Notice
        title={`已移除“${removed.name}”`}
        action={
          <Row>
            <Button
              variant="text"
              icon="undo"
              onPress={() => {
                dispatch({ do: 'undo' })
                setRemoved(undefined)
              }}
            >
              撤销移除
            </Button>
          </Row>
        }
      />
    ) : null
  const canvas = (
    <Stack gap={4}>
      {lacksConsent(knowledge, draft) ? (
        <Notice tone="amber" title="问到了敏感信息">
          建议在最后放一份同意书，说明用来做什么。
        </Notice>
      ) : null}
      <Canvas
        knowledge={knowledge}
        draft={draft}
        problems={shownProblems}
        selected={selected}
        onSelect={select}
        onMove={move}
      />
    </Stack>
  )
  const saving = <SaveState editor={editor} />
  const buttons = (
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
  const history = (
    <Row gap={1} className="g-tools">
      <Button variant="text" icon="undo" disabled={state.past.length === 0} onPress={() => dispatch({ do: 'undo' })}>
        撤销
      </Button>
      <Button variant="text" icon="redo" disabled={state.future.length === 0} onPress={() => dispatch({ do: 'redo' })}>
        重做
      </Button>
    </Row>
  )

  if (wide) {
    return (
      <Screen
        title={draft.title || '新服务'}
        back={pages.channels}
        layout="wide"
        actions={
          <>
            {history}
            {buttons}
          </>
        }
      >
        <Conflict editor={editor} />
        {saving}
        <Box className="g-builder">
          <Box as="section" label="添加内容" className="g-builder__palette">
            <Section title="添加内容">{palette}</Section>
          </Box>
          <Box as="section" label="表单" className="g-builder__canvas">
            {canvas}
          </Box>
          <Box as="section" label="属性" className="g-builder__panel">
            {removal}
            {selected ? (
              <Section title={panelTitle(selected)}>
                <Card>{panel}</Card>
              </Section>
            ) : (
              <Text tone="quiet">点一项内容，在这里修改。用键盘时按 Alt 和上下键调整顺序。</Text>
            )}
          </Box>
          <Box className="g-builder__preview">
            <Heading level={2}>居民看到的样子</Heading>
            <Preview knowledge={knowledge} draft={draft} />
          </Box>
        </Box>
      </Screen>
    )
  }

  return (
    <Screen
      title={draft.title || '新服务'}
      back={pages.channels}
      footer={
        <>
          <Conflict editor={editor} />
          {removal}
          {step === 'edit' ? (
            <Button full icon="plus" variant="quiet" onPress={() => setAdding(true)}>
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
        ]}
        onChange={setStep}
      />
      {step === 'preview' ? (
        <Preview knowledge={knowledge} draft={draft} />
      ) : (
        <>
          <Row between>
            {saving}
            {history}
          </Row>
          {canvas}
        </>
      )}
      <Sheet open={adding} title="添加内容" onClose={() => setAdding(false)}>
        {palette}
      </Sheet>
      <Sheet
        open={selected !== undefined}
        title={selected ? panelTitle(selected) : ''}
        onClose={() => setSelected(undefined)}
        footer={
          selected?.at === 'new-subject' ? undefined : (
            <Button full onPress={() => setSelected(undefined)}>
              好了
            </Button>
          )
        }
      >
        {panel}
      </Sheet>
    </Screen>
  )
}

function toastProblems(count: number): void {
  if (count > 0) toast(`还有 ${count} 处要改，改好就能发布。草稿已保存。`)
}

/** Whom most is asked about: the one a form was made for, else the applicant. */
function mainSubject(draft: ServiceDraft): string {
  const reached = draft.form.subjects.find((one) => one.is.by === 'relation' && one.kind === 'person')
  return (reached ?? draft.form.subjects[0])?.key ?? ''
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

function panelTitle(selected: Selection): string {
  switch (selected.at) {
    case 'basics':
      return '基本信息'
    case 'subject':
      return '关于谁'
    case 'new-subject':
      return '还涉及谁'
    case 'control':
      return '这一项'
  }
}

function SelectedPanel({
  knowledge,
  draft,
  selected,
  editor,
  shownProblems,
  onRemoveControl,
  onSelect,
  onRemovedSubject,
  onPreferred,
}: {
  readonly knowledge: Knowledge
  readonly draft: ServiceDraft
  readonly selected: Selection | undefined
  readonly editor: ServiceEditor
  readonly shownProblems: ReturnType<typeof problemsOf>
  readonly onRemoveControl: (control: Control) => void
  readonly onSelect: (selection: Selection | undefined) => void
  readonly onRemovedSubject: (name: string) => void
  readonly onPreferred: (key: string) => void
}) {
  const { dispatch } = editor
  switch (selected?.at) {
    case undefined:
      return null
    case 'basics':
      return <BasicsPanel draft={draft} problems={shownProblems} dispatch={dispatch} />
    case 'new-subject':
      return (
        <AddSubjectPanel
          knowledge={knowledge}
          form={draft.form}
          dispatch={dispatch}
          onAdded={(key) => {
            onPreferred(key)
            onSelect({ at: 'subject', key })
          }}
        />
      )
    case 'subject': {
      const subject = draft.form.subjects.find((one) => one.key === selected.key)
      if (!subject) return <Text tone="quiet">这一项已经不在表单里。</Text>
      return (
        <SubjectPanel
          key={subject.key}
          knowledge={knowledge}
          form={draft.form}
          subject={subject}
          problems={shownProblems.filter((one) => one.subject === subject.key).map((one) => one.message)}
          dispatch={dispatch}
          onRemove={() => {
            dispatch({ do: 'removeSubject', key: subject.key })
            onRemovedSubject(subject.name)
            onSelect(undefined)
          }}
        />
      )
    }
    case 'control': {
      const control = draft.form.controls.find((one) => one.id === selected.id)
      if (!control) return <Text tone="quiet">这一项已经不在表单里。</Text>
      return (
        <ControlPanel
          key={control.id}
          knowledge={knowledge}
          form={draft.form}
          control={control}
          problems={shownProblems.filter((one) => one.control === control.id).map((one) => one.message)}
          dispatch={dispatch}
          onRemove={() => onRemoveControl(control)}
        />
      )
    }
  }
}

/** What is safe where, said quietly. */
function SaveState({ editor }: { readonly editor: ServiceEditor }) {
  return (
    <Text size="small" tone="quiet">
      {editor.saving ? '正在保存…' : editor.unsaved ? '还没有保存，改动留在本机' : '已保存'}
    </Text>
  )
}

/** Saving failed; when a colleague was faster, both versions can still be had. */
function Conflict({ editor }: { readonly editor: ServiceEditor }) {
  if (editor.error === undefined) return null
  return (
    <Stack gap={2}>
      <ProblemNotice error={editor.error} />
      {isChangedElsewhere(editor.error) ? (
        <>
          <Text size="small" tone="quiet">
            您的改动还在这台设备上。看同事的版本后，按“撤销”可以回到您的版本。
          </Text>
          <Row gap={2} wrap>
            <Button variant="quiet" onPress={() => void editor.takeTheirs()}>
              看同事的版本
            </Button>
            <Button variant="text" onPress={() => void editor.save({ over: true })}>
              用我的版本保存
            </Button>
          </Row>
        </>
      ) : null}
    </Stack>
  )
}
