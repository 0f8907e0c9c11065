import { useState } from 'react'
import { type Bounds, MapCanvas, type Position, startDrawing } from '../map'
import { Box } from '../primitives/Box'
import { Button } from '../primitives/Button'
import { currentPosition, NoPosition } from '../primitives/position'
import { Sheet } from '../primitives/Sheet'
import { Stack } from '../primitives/Stack'
import { Text } from '../primitives/Text'
import { groundTiles, offGround, onGround } from './map-ground'
import { boundsAround, pointWords } from './point'

interface PointSheetProps {
  readonly open: boolean
  readonly title: string
  /** GCJ-02, as all positions here. */
  readonly chosen: Position | undefined
  readonly onChoose: (position: Position) => void
  readonly onClose: () => void
}

/** The map of a browser to choose a point on, by pressing it or with the keyboard. */
export function PointSheet(props: PointSheetProps) {
  return props.open ? <OpenPointSheet {...props} /> : null
}

interface Focus {
  readonly key: string
  readonly bounds: Bounds
}

function OpenPointSheet({ title, chosen, onChoose, onClose }: PointSheetProps) {
  const [at, setAt] = useState(chosen)
  const [focus, setFocus] = useState<Focus | undefined>(() => chosen && focusOn(chosen, 'chosen'))
  const [locating, setLocating] = useState(false)
  const [problem, setProblem] = useState<string>()
  const tiles = groundTiles()
  const locate = async () => {
    setLocating(true)
    setProblem(undefined)
    try {
      const here = await currentPosition()
      setAt(here)
      setFocus(focusOn(here, `here ${Date.now()}`))
    } catch (failure) {
      setProblem(failure instanceof NoPosition ? failure.message : '没有得到您的位置，请直接在地图上选')
    } finally {
      setLocating(false)
    }
  }
  return (
    <Sheet
      open
      wide
      title={title}
      onClose={onClose}
      footer={
        <Button
          full
          disabled={at === undefined}
          onPress={() => {
            if (at === undefined) return
            onChoose(at)
            onClose()
          }}
        >
          {at === undefined ? '请先在地图上点一下' : '就是这里'}
        </Button>
      }
    >
      <Stack gap={3}>
        <Button variant="quiet" icon="place" loading={locating} onPress={() => void locate()}>
          用我现在的位置
        </Button>
        <Box live="polite">
          {problem ? (
            <Text size="small" tone="danger">
              {problem}
            </Text>
          ) : null}
        </Box>
        <Box className="z-point__map">
          <MapCanvas
            label="地图：点一下选位置。用键盘时，方向键移动，加号减号缩放，空格选正中的位置"
            layers={[]}
            focus={focus}
            placing
            drawing={{ ...startDrawing([]), draft: at ? [onGround(at)] : [] }}
            onDraw={(step) => {
              if (step.do === 'place') setAt(offGround(step.at))
            }}
            tiles={tiles}
          />
        </Box>
        <Box live="polite">
          <Text size="small" tone="quiet" numeric>
            {at ? pointWords(at) : '还没有选位置。'}
          </Text>
        </Box>
        {tiles === undefined ? (
          <Text size="small" tone="quiet">
            这里的地图没有街道，可以先点“用我现在的位置”，再在旁边点出准确的地方。
          </Text>
        ) : null}
      </Stack>
    </Sheet>
  )
}

function focusOn(position: Position, key: string): Focus {
  return { key, bounds: boundsAround(onGround(position)) }
}
