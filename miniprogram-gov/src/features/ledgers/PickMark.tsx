import { Box, Icon, Text } from '@zmht/shared/ui'

/** What a row is called, with whether it is picked: told by the mark and by its name. */
export function PickMark({ name, on }: { readonly name: string; readonly on: boolean }) {
  return (
    <Box className="g-pick">
      <Box
        className={on ? 'g-pick__mark g-pick__mark--on' : 'g-pick__mark'}
        label={on ? '已选中' : '未选中'}
        role="img"
      >
        {on ? <Icon name="check" /> : null}
      </Box>
      <Text inline strong>
        {name}
      </Text>
    </Box>
  )
}
