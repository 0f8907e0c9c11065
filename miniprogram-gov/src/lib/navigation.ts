import type { Action } from '@zmht/shared/permission'
import type { Navigation, NavigationEntry } from '@zmht/shared/ui'

/** Every page by name; the routes stand nowhere else. */
export const pages = {
  home: 'pages/home/index',
  work: 'pages/work/index',
  people: 'pages/people/index',
  rows: 'ledgers/rows/index',
  buildLedger: 'ledgers/build/index',
  enter: 'ledgers/enter/index',
  everybody: 'ledgers/everybody/index',
  doubles: 'ledgers/doubles/index',
  apart: 'ledgers/apart/index',
  freshness: 'ledgers/freshness/index',
  due: 'ledgers/due/index',
  importRows: 'sheets/import/index',
  exportRows: 'sheets/export/index',
  ledgerStatistics: 'statistics/ledger/index',
  entity: 'pages/entity/index',
  fact: 'pages/fact/index',
  undecided: 'pages/undecided/index',
  charges: 'pages/charges/index',
  channels: 'pages/channels/index',
  channel: 'pages/channel/index',
  newService: 'pages/new-service/index',
  fromSheet: 'builder/from-sheet/index',
  build: 'builder/build/index',
  publish: 'pages/publish/index',
  published: 'pages/published/index',
  request: 'pages/request/index',
  me: 'pages/me/index',
  places: 'hierarchy/tree/index',
  place: 'hierarchy/place/index',
  adjust: 'hierarchy/adjust/index',
  operation: 'hierarchy/operation/index',
  mint: 'hierarchy/mint/index',
  grids: 'hierarchy/grids/index',
  grid: 'hierarchy/grid/index',
  boundary: 'hierarchy/boundary/index',
  importPlaces: 'hierarchy/import/index',
  exportPlaces: 'hierarchy/export/index',
  knowledge: 'knowledge/browse/index',
  attribute: 'knowledge/attribute/index',
  relation: 'knowledge/relation/index',
  codeList: 'knowledge/list/index',
  releases: 'knowledge/releases/index',
  revisions: 'knowledge/revisions/index',
  revision: 'knowledge/revision/index',
  propose: 'knowledge/propose/index',
  exportKnowledge: 'knowledge/export/index',
  book: 'directory/book/index',
  organisation: 'directory/organisation/index',
  official: 'directory/official/index',
  operate: 'directory/operate/index',
  importDirectory: 'directory/import/index',
  posts: 'directory/posts/index',
  changeOrganisation: 'directory/change/index',
  mergeOrganisation: 'directory/merge/index',
  look: 'permissions/look/index',
  grants: 'permissions/grants/index',
  grant: 'permissions/grant/index',
  grantDraft: 'permissions/draft/index',
  myAccess: 'permissions/mine/index',
  clients: 'permissions/clients/index',
  audit: 'audit/seals/index',
  auditOfOfficial: 'audit/official/index',
} as const

const entries: readonly (NavigationEntry & { readonly needs?: Action })[] = [
  { page: pages.home, label: '首页', icon: 'home' },
  { page: pages.work, label: '任务', icon: 'task', needs: 'work.read' },
  { page: pages.people, label: '台账', icon: 'ledger', needs: 'ledger.list' },
  { page: pages.channels, label: '互通', icon: 'channel', needs: 'channel.read' },
  { page: pages.me, label: '我', icon: 'person' },
]

/** The entries an official's posts allow; what is not allowed is not shown. */
export function navigationFor(allowed: readonly Action[]): Navigation {
  return {
    brand: '政民互通',
    entries: entries
      .filter((entry) => entry.needs === undefined || allowed.includes(entry.needs))
      .map(({ page, label, icon }) => ({ page, label, icon })),
  }
}
