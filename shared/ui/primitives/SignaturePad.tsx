import { useRef, useState } from 'react'
import type { PickedFile } from '../controls/control'
import { Button } from './Button'
import { type Ink, isBlankInk, noInk, strokeBegun, strokeContinued } from './ink'
import { SignatureCanvas } from './SignatureCanvas'
import { Row, Stack } from './Stack'
import { Text } from './Text'
import { TextInput } from './TextInput'

/** Signing with a finger or a mouse; in a browser also by typing one's name, for those who use neither. */
export function SignaturePad({
  label,
  onDone,
}: {
  readonly label: string
  /** The signature as a picture, PNG. */
  readonly onDone: (picture: PickedFile) => void
}) {
  const [ink, setInk] = useState<Ink>(noInk)
  const [problem, setProblem] = useState<string>()
  const picture = useRef<() => Promise<PickedFile>>()
  const blank = isBlankInk(ink)
  const done = async () => {
    setProblem(undefined)
    try {
      const file = await picture.current?.()
      if (file) onDone(file)
    } catch {
      setProblem('签名没有存下来，请再点一次“签好了”')
    }
  }
  return (
    <Stack gap={3} className="z-signature">
      <Text size="small" tone="quiet">
        请在框里写下您的姓名
      </Text>
      <SignatureCanvas
        label={`${label}：${blank ? '还没有签' : '已写好'}`}
        ink={ink}
        onPenDown={(at) => setInk((before) => strokeBegun(before, at))}
        onPenMove={(at) => setInk((before) => strokeContinued(before, at))}
        onReady={(make) => {
          picture.current = make
        }}
      />
      {process.env.TARO_ENV === 'h5' ? (
        <TextInput
          label="打字签名"
          hint="不方便手写时，在这里打上姓名"
          optional
          maxLength={30}
          value={ink.by === 'keys' ? ink.text : ''}
          onChange={(text) => setInk(text === '' ? noInk : { by: 'keys', text })}
        />
      ) : null}
      {problem ? (
        <Text size="small" tone="danger">
          {problem}
        </Text>
      ) : null}
      <Row gap={3}>
        <Button variant="quiet" disabled={blank} onPress={() => setInk(noInk)}>
          清除重写
        </Button>
        <Button disabled={blank} onPress={() => void done()}>
          签好了
        </Button>
      </Row>
    </Stack>
  )
}
