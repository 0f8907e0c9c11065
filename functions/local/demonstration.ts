/**
 * Invented people and places for the demonstration. Every given name is one of the 24 solar terms and every number begins with
 * 1900000: nobody real is meant. The communities are real, from the published divisions; what lies below them is made up.
 */

/** The pilot places whose organisations, posts and people are made. */
export const pilots = [
  {
    city: '11',
    district: '110105',
    subdistrict: '110105026',
    /** Those with a compound of doors; of the first one a grid is made. */
    communities: [
      { code: '110105026047', compound: '花家地北里' },
      { code: '110105026034', compound: '花家地西里' },
      { code: '110105026044', compound: '花家地南里' },
    ],
    /** An enterprise and a hospital, each with its contact. */
    institutions: [
      { name: '花家地北里物业服务中心', kind: 'enterprise', place: '110105026047', official: 1900 },
      { name: '望京示范医院', kind: 'institution', place: '110105026047', official: 1904 },
    ],
    /** Departments of the district: what they answer for there, and who takes up what comes in. */
    departments: [
      { name: '住房和城市建设委员会', duties: ['housing', 'construction'], official: 1911 },
      { name: '城市管理委员会', duties: ['appearance', 'environment'], official: 1912 },
      { name: '市场监督管理局', duties: ['market', 'work-safety'], official: 1913 },
      { name: '人力资源和社会保障局', duties: ['employment'], official: 1914 },
      { name: '教育委员会', duties: ['education'], official: 1915 },
      { name: '卫生健康委员会', duties: ['health'], official: 1916 },
      { name: '公安分局', duties: ['public-order', 'traffic', 'population'], official: 1917 },
      { name: '消防救援支队', duties: ['fire'], official: 1918 },
    ],
    /** In the city beside its coordinator: who watches over permissions, who keeps them, and who sends out tasks. */
    beside: [
      { catalogue: 'auditor', official: 1901 },
      { catalogue: 'permission-keeper', official: 1902 },
      { catalogue: 'city-taskforce', official: 1903 },
    ],
  },
  {
    city: '1402',
    district: '140213',
    subdistrict: '140213057',
    communities: [
      { code: '140213057001', compound: '示范小区' },
      { code: '140213057002', compound: '示范北小区' },
    ],
    institutions: [
      { name: '示范小区物业服务中心', kind: 'enterprise', place: '140213057001', official: 5900 },
      { name: '御河示范医院', kind: 'institution', place: '140213057001', official: 5904 },
    ],
    departments: [
      { name: '住房和城乡建设局', duties: ['housing', 'construction'], official: 5911 },
      { name: '城市管理局', duties: ['appearance', 'environment'], official: 5912 },
      { name: '卫生健康局', duties: ['health'], official: 5916 },
    ],
    beside: [{ catalogue: 'city-taskforce', official: 5903 }],
  },
] as const

const surnames = '李王张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗'
const terms = [
  '立春',
  '雨水',
  '惊蛰',
  '春分',
  '清明',
  '谷雨',
  '立夏',
  '小满',
  '芒种',
  '夏至',
  '小暑',
  '大暑',
  '立秋',
  '处暑',
  '白露',
  '秋分',
  '寒露',
  '霜降',
  '立冬',
  '小雪',
  '大雪',
  '冬至',
  '小寒',
  '大寒',
]

/** @returns an invented name; the same number always gives the same. */
export function inventedName(number: number): string {
  return `${surnames.charAt((number * 7) % surnames.length)}${terms[number % terms.length] ?? '立春'}`
}

/** 1900000 and four digits. */
export function inventedPhone(number: number): string {
  return `1900000${String(number).padStart(4, '0')}`
}

export const residents = [
  {
    who: 'zhoujingzhe',
    name: '周惊蛰',
    phone: '19000009001',
    community: '110105026047',
    door: ['花家地北里', '3号楼', '2单元', '501'],
    parent: { name: '孙大雪', idNumber: '110105195201080023' },
  },
  {
    who: 'wuhanlu',
    name: '吴寒露',
    phone: '19000009002',
    community: '110105026034',
    door: ['花家地西里', '1号楼', '1单元', '101'],
  },
  {
    who: 'zhengxiaoshu',
    name: '郑小暑',
    phone: '19000009003',
    community: '140213057001',
    door: ['示范小区', '2号楼', '1单元', '302'],
    parent: { name: '何谷雨', idNumber: '140213195311050029' },
  },
] as const
