import Taro from '@tarojs/taro'
import { Button, Row, Text, toast, useWide } from '@zmht/shared/ui'
import { call } from '@/lib/phone'

/** Calls in one tap on a phone; on a PC the number stands there whole, to be dialled or copied. */
export function CallButton({ name, phone }: { readonly name: string; readonly phone: string }) {
  const wide = useWide()
  if (!wide) {
    return (
      <Button variant="quiet" icon="phone" label={`打电话给${name}`} onPress={() => call(phone)}>
        打电话
      </Button>
    )
  }
  const copy = async () => {
    try {
      await Taro.setClipboardData({ data: phone })
      toast(`已复制${name}的号码`)
    } catch {
      toast('没能复制，请选中号码后手动复制')
    }
  }
  return (
    <Row gap={1} className="g-number">
      <Text inline numeric strong>
        {phone}
      </Text>
      <Button variant="text" icon="copy" label={`复制${name}的号码`} onPress={() => void copy()}>
        复制
      </Button>
    </Row>
  )
}
