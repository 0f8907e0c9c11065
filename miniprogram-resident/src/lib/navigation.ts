import type { Navigation } from '@zmht/shared/ui'

/** Every page by name; the routes stand nowhere else. */
export const pages = {
  services: 'pages/services/index',
  messages: 'pages/messages/index',
  me: 'pages/me/index',
  notice: 'messages/one/index',
  muting: 'messages/settings/index',
  service: 'apply/service/index',
  apply: 'apply/form/index',
  web: 'apply/web/index',
  organisation: 'apply/organisation/index',
  result: 'apply/result/index',
  request: 'pages/request/index',
  tasks: 'tasks/list/index',
  task: 'tasks/one/index',
  community: 'community/page/index',
  communityEntry: 'community/entry/index',
  facts: 'mine/facts/index',
  charges: 'mine/charges/index',
  askCharge: 'mine/ask-charge/index',
  looks: 'mine/looks/index',
  passed: 'mine/passed/index',
  homes: 'mine/homes/index',
  settings: 'mine/settings/index',
  privacy: 'mine/privacy/index',
} as const

export const navigation: Navigation = {
  brand: '政民互通',
  entries: [
    { page: pages.services, label: '服务', icon: 'services' },
    { page: pages.messages, label: '消息', icon: 'message' },
    { page: pages.me, label: '我', icon: 'person' },
  ],
}
