import type { Navigation } from '@zmht/shared/ui'

/** Every page by name; the routes stand nowhere else. */
export const pages = {
  services: 'pages/services/index',
  messages: 'pages/messages/index',
  me: 'pages/me/index',
  service: 'pages/service/index',
  apply: 'pages/apply/index',
  result: 'pages/result/index',
  request: 'pages/request/index',
  tasks: 'pages/tasks/index',
  task: 'pages/task/index',
  facts: 'pages/facts/index',
  charges: 'pages/charges/index',
  askCharge: 'pages/ask-charge/index',
  looks: 'pages/looks/index',
  homes: 'pages/homes/index',
  settings: 'pages/settings/index',
  privacy: 'pages/privacy/index',
} as const

export const navigation: Navigation = {
  brand: '政民互通',
  entries: [
    { page: pages.services, label: '服务', icon: 'services' },
    { page: pages.messages, label: '消息', icon: 'message' },
    { page: pages.me, label: '我', icon: 'person' },
  ],
}
