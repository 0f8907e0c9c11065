import { WebView } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { EmptyState, Screen } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { inWechat } from '@/lib/wechat'

/** A page of somebody else's inside WeChat: only what stands among the mini-program's business domains is shown by it. */
export function WebPage() {
  const { url = '' } = useRouter().params
  return inWechat ? (
    <WebView src={decodeURIComponent(url)} />
  ) : (
    <Screen title="打开网页" back={pages.services}>
      <EmptyState icon="services" title="请回到服务页打开" detail="网页会在新的标签页里打开。" />
    </Screen>
  )
}
