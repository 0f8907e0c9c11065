import { useState } from 'react'
import { cx } from '../classes'
import { Field } from '../primitives/Field'
import { FileRow } from '../primitives/FileRow'
import { Icon } from '../primitives/Icon'
import { Pressable } from '../primitives/Pressable'
import { Sheet } from '../primitives/Sheet'
import { SignaturePad } from '../primitives/SignaturePad'
import { Text } from '../primitives/Text'
import { type ControlProps, textOf, wordsOf } from './control'
import { StoredFile } from './StoredFile'
import { useUploads } from './useUploads'

/** A signature, sent as a picture as soon as it is done. */
export function SignatureControl(props: ControlProps) {
  const { control, value, onChange, error } = props
  const store = props.around.files
  const [open, setOpen] = useState(false)
  const { uploads, pictureOf, add, retry, giveUp } = useUploads({
    store,
    kind: 'signature',
    many: false,
    value,
    onChange,
  })
  const id = textOf(value) || undefined
  const ask = id === undefined ? '点这里签名' : '重新签名'
  return (
    <>
      <Field {...wordsOf(props)} group>
        {() => (
          <>
            {id !== undefined && store !== undefined ? (
              <StoredFile
                key={id}
                store={store}
                id={id}
                words="已签名"
                picture={pictureOf(id)}
                whole
                onRemove={() => onChange(undefined)}
              />
            ) : null}
            {uploads.map((upload) => (
              <FileRow
                key={upload.key}
                name="刚签的名"
                picture={upload.file.path}
                whole
                state={upload.state}
                share={upload.share}
                problem={upload.problem}
                onRetry={upload.state === 'failed' ? () => retry(upload) : undefined}
                onRemove={() => giveUp(upload)}
              />
            ))}
            {uploads.length === 0 ? (
              <Pressable
                className={cx('z-input', 'z-input--picker', error !== undefined && 'z-input--wrong')}
                label={`${control.label}：${ask}`}
                disabled={store === undefined}
                onPress={() => setOpen(true)}
              >
                <Text inline tone="quiet">
                  {ask}
                </Text>
                <Icon name="edit" />
              </Pressable>
            ) : null}
            {store === undefined ? (
              <Text size="small" tone="quiet">
                这里只是样子，正式填写时可以签名。
              </Text>
            ) : null}
          </>
        )}
      </Field>
      <Sheet open={open} title={control.label} onClose={() => setOpen(false)}>
        <SignaturePad
          label={control.label}
          onDone={(picture) => {
            setOpen(false)
            add([picture])
          }}
        />
      </Sheet>
    </>
  )
}
