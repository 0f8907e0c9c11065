import { useEffect, useState } from 'react'
import { placeTail } from '../../geo'
import { cx } from '../classes'
import { PlacePicker } from '../domain/PlacePicker'
import type { PathStep } from '../domain/place-source'
import { Button } from '../primitives/Button'
import { Field } from '../primitives/Field'
import { Icon } from '../primitives/Icon'
import { Pressable } from '../primitives/Pressable'
import { Sheet } from '../primitives/Sheet'
import { Text } from '../primitives/Text'
import { type ControlProps, textOf, wordsOf } from './control'
import { usePlaceName } from './usePlaceName'

export function PlaceControl(props: ControlProps) {
  const { places, startIn, value, onChange } = props
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<readonly PathStep[]>()
  const id = textOf(value) || undefined
  const name = usePlaceName(places, id)
  const words = wordsOf(props)
  useEffect(() => {
    if (!open) setChosen(undefined)
  }, [open])
  return (
    <>
      <Field {...words} group>
        {() => (
          <Pressable
            className={cx('z-input', 'z-input--picker', words.error !== undefined && 'z-input--wrong')}
            label={`${words.label}：${id ? (name ?? '正在读取') : '请选择地点'}`}
            onPress={() => setOpen(true)}
          >
            <Text inline tone={id ? 'ink' : 'quiet'}>
              {id ? (name ?? '正在读取…') : '请选择地点'}
            </Text>
            <Icon name="place" />
          </Pressable>
        )}
      </Field>
      <Sheet
        open={open}
        title={words.label}
        onClose={() => setOpen(false)}
        footer={
          <Button
            full
            disabled={chosen === undefined}
            onPress={() => {
              const place = chosen?.at(-1)
              if (place) onChange(place.id)
              setOpen(false)
            }}
          >
            {chosen ? `就是这里：${placeTail(chosen)}` : '请先选择地点'}
          </Button>
        }
      >
        <PlacePicker places={places} startIn={startIn?.slice(0, -1)} chosen={chosen} onChoose={setChosen} />
      </Sheet>
    </>
  )
}
