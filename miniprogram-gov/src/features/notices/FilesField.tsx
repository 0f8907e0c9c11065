import type { NoticeContent } from '@zmht/shared/contract'
import { mostNoticeFiles } from '@zmht/shared/rules'
import { Box, Field, FilePickButton, filesOf, type PickedFile, RemovableTag, Row, Stack, Text } from '@zmht/shared/ui'
import { useState } from 'react'
import { api } from '@/lib/api'

type Files = NoticeContent['files']
const bucket = filesOf(api)

/** Pictures and papers that go with a notice. */
export function FilesField({
  files,
  onChange,
}: {
  readonly files: Files
  readonly onChange: (changed: (before: Files) => Files) => void
}) {
  const [sending, setSending] = useState(0)
  const [problem, setProblem] = useState<string>()
  const left = mostNoticeFiles - files.length - sending
  const take = (kind: 'photo' | 'file') => (picked: readonly PickedFile[]) => {
    setProblem(undefined)
    for (const one of picked.slice(0, left)) void send(one, kind)
  }
  const send = async (file: PickedFile, kind: 'photo' | 'file') => {
    setSending((before) => before + 1)
    try {
      const id = await bucket.upload(file, kind, () => undefined)
      onChange((before) => [...before, { id, kind, name: file.name.slice(0, 80) || '照片' }])
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '没有传上去，请再试一次')
    } finally {
      setSending((before) => before - 1)
    }
  }
  return (
    <Field label="照片和附件" error={problem} group optional>
      {() => (
        <Stack gap={2}>
          {files.length === 0 ? null : (
            <Box role="group" label="已添加的照片和附件" className="z-removables">
              {files.map(({ id, name }) => (
                <RemovableTag key={id} onRemove={() => onChange((before) => before.filter((one) => one.id !== id))}>
                  {name}
                </RemovableTag>
              ))}
            </Box>
          )}
          {sending > 0 ? <Text size="small" tone="quiet">{`正在传 ${sending} 个…`}</Text> : null}
          <Row gap={2} wrap>
            <FilePickButton
              label="照片和附件"
              words="加照片"
              of="photo"
              most={left}
              disabled={left <= 0}
              onPick={take('photo')}
              onProblem={setProblem}
            />
            <FilePickButton
              label="照片和附件"
              words="加文件"
              of="file"
              most={left}
              disabled={left <= 0}
              onPick={take('file')}
              onProblem={setProblem}
            />
          </Row>
        </Stack>
      )}
    </Field>
  )
}
