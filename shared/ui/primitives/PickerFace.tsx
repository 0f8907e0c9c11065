import { cx } from '../classes'
import { Box } from './Box'
import { Icon, type IconName } from './Icon'
import { Text } from './Text'

/** What WeChat's pickers are opened by: it looks like an input and says what is chosen. */
export function PickerFace({
  label,
  words,
  empty,
  wrong,
  icon = 'down',
}: {
  readonly label: string
  readonly words: string
  readonly empty: boolean
  readonly wrong: boolean
  readonly icon?: IconName
}) {
  return (
    <Box
      role="button"
      label={`${label}，${words}`}
      className={cx('z-input', 'z-input--picker', wrong && 'z-input--wrong', empty && 'z-input--empty')}
    >
      <Text inline tone={empty ? 'quiet' : 'ink'}>
        {words}
      </Text>
      <Icon name={icon} />
    </Box>
  )
}
