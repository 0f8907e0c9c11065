import type { LedgerReply } from '@zmht/shared/contract'
import { Button, EmptyState, goTo } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { may, type Official } from '../session/official'
import { ledgerKindWords } from './words'

/** Why there is nobody to be seen, and what to do about it. */
export function NoRows({
  why,
  me,
  ledger,
  onAll,
}: {
  readonly why: 'not-allowed' | 'arranging' | 'narrowed' | 'too-wide' | 'none'
  readonly me: Official
  readonly ledger: LedgerReply
  readonly onAll: () => void
}) {
  const { id, content } = ledger
  const { one } = ledgerKindWords[content.kind]
  switch (why) {
    case 'not-allowed':
      return (
        <EmptyState
          icon="shield"
          title="您的岗位看不到名单"
          detail="名单由社区等直接服务居民的岗位查看。各地有多少、资料新不新，可以看统计。"
          action={
            may(me, 'statistics.read') ? (
              <Button icon="chart" onPress={() => goTo(pages.ledgerStatistics, { id })}>
                看统计
              </Button>
            ) : undefined
          }
        />
      )
    case 'arranging':
      return <EmptyState icon="clock" title="正在排列" detail="符合条件的会陆续出现在这里，不用等在这一页。" />
    case 'narrowed':
      return (
        <EmptyState
          icon="search"
          title="没有符合筛选的"
          detail="去掉一个筛选，或换一个地点看看。"
          action={
            <Button variant="quiet" onPress={onAll}>
              去掉全部筛选
            </Button>
          }
        />
      )
    case 'too-wide':
      return (
        <EmptyState
          icon="place"
          title="请先选到一个社区"
          detail="地图一次看一个社区。在上面的“地点”里选一个社区；跨社区的筛选，切换到“列表”查找。"
          action={
            <Button variant="quiet" onPress={onAll}>
              去掉筛选和排序
            </Button>
          }
        />
      )
    case 'none':
      return (
        <EmptyState
          icon="ledger"
          title="这本台账里还没有登记"
          detail={
            content.membership.by === 'hand'
              ? '这本台账由工作人员逐个加入：点“加入”找到已登记的，或者登记新的。应用里接了它的，有人办成事会自动登记进来。'
              : `您的辖区里还没有符合条件的（${ledger.rule}）。谁的资料改成符合了，会自动出现在这里。`
          }
          action={
            may(me, 'ledger.edit') ? (
              <Button icon="plus" onPress={() => goTo(pages.enter, { ledger: id })}>
                {`登记${one}`}
              </Button>
            ) : undefined
          }
        />
      )
  }
}
