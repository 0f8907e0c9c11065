import type { Form } from '@zmht/shared/controls'
import { useState } from 'react'
import { useKnowledge } from '@/lib/knowledge'
import { ChooseFile } from './ChooseFile'
import type { OpenedWorkbook } from './open-workbook'
import { SheetReview } from './SheetReview'

/** From a spreadsheet to a form: choose, look through, done. */
export function SheetFlow({
  named,
  doneWords,
  onDone,
}: {
  readonly named: boolean
  readonly doneWords: string
  readonly onDone: (form: Form, title: string) => void
}) {
  const knowledge = useKnowledge()
  const [opened, setOpened] = useState<OpenedWorkbook>()
  if (!opened) return <ChooseFile onOpened={setOpened} />
  return (
    <SheetReview
      knowledge={knowledge}
      opened={opened}
      named={named}
      doneWords={doneWords}
      onDone={onDone}
      onOther={() => setOpened(undefined)}
    />
  )
}
