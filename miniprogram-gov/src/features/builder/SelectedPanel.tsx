import { Text } from '@zmht/shared/ui'
import { ControlPanel } from './ControlPanel'
import type { LayoutProps } from './layout'
import { AddSubjectPanel, SubjectPanel } from './SubjectPanel'
import type { Selection } from './selection'

export function panelTitle(selected: Selection): string {
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

/** The properties of what is being looked at. */
export function SelectedPanel({ builder, problems, panel }: LayoutProps) {
  const { knowledge, form, selected, dispatch } = builder
  switch (selected?.at) {
    case undefined:
      return null
    case 'basics':
      return panel
    case 'new-subject':
      return (
        <AddSubjectPanel
          knowledge={knowledge}
          form={form}
          dispatch={dispatch}
          onAdded={(key) => {
            builder.setPreferred(key)
            builder.select({ at: 'subject', key })
          }}
        />
      )
    case 'subject': {
      const subject = form.subjects.find((one) => one.key === selected.key)
      if (!subject) return <Text tone="quiet">这一项已经不在表单里。</Text>
      return (
        <SubjectPanel
          key={subject.key}
          knowledge={knowledge}
          form={form}
          subject={subject}
          problems={problems.filter((one) => one.subject === subject.key).map((one) => one.message)}
          dispatch={dispatch}
          onRemove={() => builder.removeSubject(subject)}
        />
      )
    }
    case 'control': {
      const control = form.controls.find((one) => one.id === selected.id)
      if (!control) return <Text tone="quiet">这一项已经不在表单里。</Text>
      return (
        <ControlPanel
          key={control.id}
          knowledge={knowledge}
          form={form}
          control={control}
          problems={problems.filter((one) => one.control === control.id).map((one) => one.message)}
          dispatch={dispatch}
          onRemove={() => builder.removeControl(control)}
        />
      )
    }
  }
}
