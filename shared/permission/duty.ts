/**
 * Duties 职责 an organisation can have for a place, by the usual division of work at the grass roots (compare
 * GB/T 34300-2017 城乡社区网格化服务管理规范). `territory` is the general one: 属地管理.
 */
export const duties = {
  territory: '属地管理',
  'public-order': '综合治理',
  fire: '消防安全',
  'work-safety': '安全生产',
  appearance: '市容环卫',
  market: '市场监管',
  'civil-affairs': '民政服务',
  health: '卫生健康',
  housing: '住房与物业',
  construction: '城建与市政',
  traffic: '交通秩序',
  environment: '生态环境',
  'flood-control': '防汛应急',
  employment: '就业与社保',
  disability: '残疾人服务',
  veterans: '退役军人服务',
  education: '教育',
  culture: '文化与体育',
  population: '人口与户籍',
  agriculture: '农业农村',
} as const
export type Duty = keyof typeof duties
export const dutyCodes = Object.keys(duties) as [Duty, ...Duty[]] // the keys of the very object the type is of
