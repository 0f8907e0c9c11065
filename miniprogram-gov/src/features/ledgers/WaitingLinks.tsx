import { Card, goTo, type IconName, ListRow } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { may, type Official } from '../session/official'

/** What waits for an official beside the ledgers, and everybody in one list. */
export function WaitingLinks({ me }: { readonly me: Official }) {
  const links: readonly { title: string; detail: string; icon: IconName; page: string; shown: boolean }[] = [
    {
      title: '待核对',
      detail: '几个人说法不一致的资料，和可能重复的人',
      icon: 'alert',
      page: pages.undecided,
      shown: may(me, 'ledger.decide'),
    },
    {
      title: '疑似重复',
      detail: '可能登记了两次的人和单位，逐对核对',
      icon: 'person',
      page: pages.doubles,
      shown: may(me, 'ledger.decide'),
    },
    {
      title: '代办申请',
      detail: '居民申请替家人或单位代办，等您核实',
      icon: 'family',
      page: pages.charges,
      shown: may(me, 'ledger.decide'),
    },
    {
      title: '由谁负责',
      detail: '没有单位负责、两个单位都要负责的人、单位和物',
      icon: 'shield',
      page: pages.unanswered,
      shown: may(me, 'statistics.read'),
    },
    {
      title: '数据下沉',
      detail: '向上级申请数据，批下级的申请',
      icon: 'channel',
      page: pages.provisions,
      shown: may(me, 'provision.ask') || may(me, 'provision.decide') || may(me, 'provision.read'),
    },
    {
      title: '全部人员',
      detail: '辖区里登记过的每一个人，按楼号和门牌号排列',
      icon: 'person',
      page: pages.everybody,
      shown: may(me, 'ledger.read'),
    },
  ]
  const shown = links.filter((one) => one.shown)
  if (shown.length === 0) return null
  return (
    <Card flush className="g-links">
      {shown.map(({ title, detail, icon, page }, index) => (
        <ListRow key={page} line={index > 0} icon={icon} title={title} detail={detail} onPress={() => goTo(page)} />
      ))}
    </Card>
  )
}
