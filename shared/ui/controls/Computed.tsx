import { showValue } from '../../knowledge'
import { Box } from '../primitives/Box'
import { Field } from '../primitives/Field'
import { Text } from '../primitives/Text'
import { type ControlProps, textOf, wordsOf } from './control'
import { usePlaceName } from './usePlaceName'

/** What follows from other answers: to be read, not to be filled in. */
export function ComputedControl(props: ControlProps) {
  const { answering, value, around } = props
  const place = answering?.value.type === 'place' ? textOf(value) || undefined : undefined
  const placeName = usePlaceName(around.places, place)
  const shown =
    value === undefined
      ? undefined
      : answering === undefined
        ? String(value)
        : showValue(answering, value, () => placeName ?? '正在读取…')
  return (
    <Field {...wordsOf(props)} optional={false} group>
      {() => (
        <Box live="polite" className="z-computed">
          <Text tone={shown === undefined ? 'quiet' : 'ink'} size={shown === undefined ? 'body' : 'large'} numeric>
            {shown ?? '填完上面的内容后自动算出'}
          </Text>
        </Box>
      )}
    </Field>
  )
}
