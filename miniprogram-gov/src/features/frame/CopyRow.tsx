import Taro from '@tarojs/taro'
import { Box, Button, Row, Stack, Text, toast } from '@zmht/shared/ui'

/** Something long that is carried elsewhere as it stands: whole, to be selected, with a button that copies it. */
export function CopyRow({
  label,
  value,
  onCopied,
}: {
  readonly label: string
  readonly value: string
  readonly onCopied?: () => void
}) {
  const copy = async () => {
    try {
      await Taro.setClipboardData({ data: value })
      toast(`已复制${label}`)
      onCopied?.()
    } catch {
      toast('没能复制，请选中以后手动复制')
    }
  }
  return (
    <Stack gap={1}>
      <Row between gap={3}>
        <Text size="small" tone="quiet">
          {label}
        </Text>
        <Button variant="text" icon="copy" label={`复制${label}`} onPress={() => void copy()}>
          复制
        </Button>
      </Row>
      <Box className="g-verbatim">
        <Text pre className="g-verbatim__words">
          {value}
        </Text>
      </Box>
    </Stack>
  )
}
