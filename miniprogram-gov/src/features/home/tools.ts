import type { Action } from '@zmht/shared/permission'
import type { HomeTool } from '@zmht/shared/rules'
import type { IconName } from '@zmht/shared/ui'
import { pages } from '@/lib/navigation'
import { may, type Official } from '../session/official'

interface Tool {
  readonly page: string
  /** One of these is enough. */
  readonly needs: readonly Action[]
  readonly icon: IconName
  readonly title: string
  readonly detail: string
}

export const tools: Readonly<Record<HomeTool, Tool>> = {
  board: {
    page: pages.board,
    needs: ['statistics.read'],
    icon: 'chart',
    title: '总览',
    detail: '各处的数、卡在哪里、找谁，打开着会自动更新',
  },
  applications: {
    page: pages.applications,
    needs: ['application.read'],
    icon: 'services',
    title: '应用',
    detail: '从模板开通一整套服务、台账、任务和通知，几分钟就能用',
  },
  book: {
    page: pages.book,
    needs: ['directory.read'],
    icon: 'phone',
    title: '通讯录',
    detail: '找人找单位、打电话，办理任职、调动和休假',
  },
  places: {
    page: pages.places,
    needs: ['hierarchy.read'],
    icon: 'place',
    title: '地理层级',
    detail: '查地点、看谁负责、维护小区楼门、边界和网格',
  },
  ledgers: {
    page: pages.undecided,
    needs: ['ledger.decide'],
    icon: 'ledger',
    title: '待核对的资料',
    detail: '几个人说法不一致的资料，和可能重复的人',
  },
  notices: {
    page: pages.notices,
    needs: ['notice.read', 'notice.write'],
    icon: 'publish',
    title: '通知',
    detail: '写通知、看谁读了，审批下级的通知',
  },
  provisions: {
    page: pages.provisions,
    needs: ['provision.ask', 'provision.decide', 'provision.read'],
    icon: 'channel',
    title: '数据下沉',
    detail: '向上级申请数据，批下级的申请',
  },
  knowledge: {
    page: pages.knowledge,
    needs: ['knowledge.read'],
    icon: 'document',
    title: '城市知识体系',
    detail: '查每项资料指什么、谁在用、存在哪里，提出和审核修订',
  },
  look: {
    page: pages.look,
    needs: ['permission.read'],
    icon: 'shield',
    title: '谁能看什么',
    detail: '按事项、按人、按单位查权限和依据，设置和撤回权限规则',
  },
  audit: {
    page: pages.audit,
    needs: ['audit.read'],
    icon: 'eye',
    title: '审计',
    detail: '查一个人办了什么、看了什么、被拒绝了什么，核对每天的记录',
  },
}

/** Those of them that the posts allow. */
export const toolsFor = (me: Official, arranged: readonly HomeTool[]): readonly Tool[] =>
  arranged.map((tool) => tools[tool]).filter(({ needs }) => needs.some((action) => may(me, action)))
