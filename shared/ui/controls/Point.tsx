import { useState } from 'react'
import type { Position } from '../map'
import { Button } from '../primitives/Button'
import { Field } from '../primitives/Field'
import { chooseInWechat, currentPosition, NoPosition } from '../primitives/position'
import { Row, Stack } from '../primitives/Stack'
import { Text } from '../primitives/Text'
import { type ControlProps, textOf, wordsOf } from './control'
import { PointPicture } from './PointPicture'
import { PointSheet } from './PointSheet'
import { pointValue, pointWords, positionOf } from './point'

/** A position on the map. */
export function PointControl(props: ControlProps) {
  const { control, value, onChange, error } = props
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState<'map' | 'here'>()
  const [problem, setProblem] = useState<string>()
  const chosen = positionOf(textOf(value))
  const choose = (position: Position) => onChange(pointValue(position))
  const ask = async (what: 'map' | 'here', position: () => Promise<Position | undefined>) => {
    setAsking(what)
    setProblem(undefined)
    try {
      const answer = await position()
      if (answer) choose(answer)
    } catch (failure) {
      setProblem(failure instanceof NoPosition ? failure.message : '没有得到位置，请再试一次')
    } finally {
      setAsking(undefined)
    }
  }
  const openMap = () => (process.env.TARO_ENV === 'h5' ? setOpen(true) : void ask('map', () => chooseInWechat(chosen)))
  return (
    <>
      <Field {...wordsOf(props)} error={error ?? problem} group>
        {() => (
          <Stack gap={2}>
            {chosen ? (
              <>
                <PointPicture label={`${control.label}：${pointWords(chosen)}`} position={chosen} />
                <Text size="small" tone="quiet" numeric>
                  {pointWords(chosen)}
                </Text>
              </>
            ) : null}
            <Row gap={2} wrap>
              <Button
                variant="quiet"
                icon="place"
                label={`${control.label}：${chosen ? '在地图上重选' : '在地图上选'}`}
                loading={asking === 'map'}
                onPress={openMap}
              >
                {chosen ? '在地图上重选' : '在地图上选'}
              </Button>
              <Button
                variant="quiet"
                label={`${control.label}：用我现在的位置`}
                loading={asking === 'here'}
                onPress={() => void ask('here', currentPosition)}
              >
                用我现在的位置
              </Button>
              {chosen ? (
                <Button variant="text" label={`清除${control.label}`} onPress={() => onChange(undefined)}>
                  清除
                </Button>
              ) : null}
            </Row>
          </Stack>
        )}
      </Field>
      {process.env.TARO_ENV === 'h5' ? (
        <PointSheet
          open={open}
          title={control.label}
          chosen={chosen}
          onChoose={choose}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
