import { useState } from 'react'
import { Box } from '../primitives/Box'
import { Field } from '../primitives/Field'
import { FilePickButton } from '../primitives/FilePickButton'
import { FileRow } from '../primitives/FileRow'
import { List } from '../primitives/List'
import { Text } from '../primitives/Text'
import { type ControlProps, type FormSurroundings, wordsOf } from './control'
import { StoredFile } from './StoredFile'
import { idsOf, mostFiles, roomFor, withoutFile } from './uploads'
import { useUploads } from './useUploads'

export function PhotoControl(props: ControlProps) {
  return <FilesControl {...props} of="photo" />
}

export function FileControl(props: ControlProps) {
  return <FilesControl {...props} of="file" />
}

/** Photos or files, sent as soon as they are picked. */
export function FilesControl(
  props: Omit<ControlProps, 'around'> & {
    readonly of: 'photo' | 'file'
    readonly around: Pick<FormSurroundings, 'files'>
  },
) {
  const { of, control, answering, value, onChange, error, around } = props
  const store = around.files
  const many = answering?.many === true
  const [problem, setProblem] = useState<string>()
  const { uploads, pictureOf, add, retry, giveUp } = useUploads({ store, kind: of, many, value, onChange })
  const ids = idsOf(value)
  const room = store === undefined ? 0 : roomFor(value, uploads, many)
  const noun = of === 'photo' ? '照片' : '文件'
  const unit = of === 'photo' ? '张' : '个'
  const nameOf = (index: number) => (of === 'photo' ? `${control.label} ${index + 1}` : undefined)
  return (
    <Field {...wordsOf(props)} error={error ?? problem} group>
      {() => (
        <>
          {store !== undefined && ids.length + uploads.length > 0 ? (
            <List gap label={`${control.label}，已放入`}>
              {[
                ...ids.map((id, index) => (
                  <StoredFile
                    key={id}
                    store={store}
                    id={id}
                    words={nameOf(index)}
                    picture={of === 'photo' ? pictureOf(id) : undefined}
                    onRemove={() => onChange(withoutFile(value, id, many))}
                  />
                )),
                ...uploads.map((upload, index) => (
                  <FileRow
                    key={upload.key}
                    name={nameOf(ids.length + index) ?? upload.file.name}
                    picture={of === 'photo' ? upload.file.path : undefined}
                    state={upload.state}
                    share={upload.share}
                    problem={upload.problem}
                    onRetry={upload.state === 'failed' ? () => retry(upload) : undefined}
                    onRemove={() => giveUp(upload)}
                  />
                )),
              ]}
            </List>
          ) : null}
          {room > 0 || store === undefined ? (
            <Box>
              <FilePickButton
                label={control.label}
                words={wordsFor(of, ids.length > 0, many)}
                of={of}
                apart={store?.stamp !== undefined}
                most={Math.max(1, room)}
                disabled={store === undefined}
                onPick={(files) => {
                  setProblem(files.length > room ? `最多${mostFiles}${unit}，多出的没有放入` : undefined)
                  add(files.slice(0, room))
                }}
                onProblem={setProblem}
              />
            </Box>
          ) : null}
          <Text size="small" tone="quiet">
            {store === undefined
              ? '这里只是样子，正式填写时可以上传。'
              : many
                ? `最多${mostFiles}${unit}${noun}，已放${ids.length}${unit}。`
                : `放一${unit}${noun}。`}
          </Text>
        </>
      )}
    </Field>
  )
}

function wordsFor(of: 'photo' | 'file', some: boolean, many: boolean): string {
  if (of === 'photo') return some ? (many ? '再拍照或选照片' : '换一张照片') : '拍照或选照片'
  return some ? (many ? '再选文件' : '换一个文件') : '选文件'
}
