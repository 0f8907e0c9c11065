import type { Figures } from './figures'

/** Made-up numbers at the sizes that occur: for tests and for looking at pictures. */
const districts = [
  '东城区',
  '西城区',
  '朝阳区',
  '丰台区',
  '石景山区',
  '海淀区',
  '门头沟区',
  '房山区',
  '通州区',
  '顺义区',
  '昌平区',
  '大兴区',
  '怀柔区',
  '平谷区',
  '密云区',
  '延庆区',
]
const named = (names: readonly string[]) => names.map((name) => ({ key: name, name }))

export const byDistrict: Figures = {
  rows: named(districts),
  series: [{ key: 'all', name: '人数' }],
  amounts: districts.map((_, at) => [
    at === 15 ? { withheld: true as const } : { value: 700 + ((at * 7919) % 34_051) },
  ]),
  unit: '人',
}

export const bySexAndDistrict: Figures = {
  rows: named(districts),
  series: [
    { key: '1', name: '男' },
    { key: '2', name: '女' },
    { key: '?', name: '没有登记' },
  ],
  amounts: districts.map((_, at) => [
    { value: 300 + ((at * 331) % 900) },
    { value: 310 + ((at * 577) % 950) },
    { value: at % 4 },
  ]),
  unit: '人',
}

const bands = [
  '不到 5 岁',
  ...Array.from({ length: 17 }, (_, at) => `${(at + 1) * 5}–${(at + 1) * 5 + 4}`),
  '90 岁以上',
]
export const pyramid: Figures = {
  rows: named(bands),
  series: [
    { key: '1', name: '男' },
    { key: '2', name: '女' },
  ],
  amounts: bands
    .map((_, at) => [
      { value: Math.round(12_400 / (1 + ((at - 8) / 5) ** 2)) },
      { value: Math.round(12_900 / (1 + ((at - 9) / 5) ** 2)) },
    ])
    .map((row, at) => (at === 18 ? [{ withheld: true as const }, ...row.slice(1)] : row)),
  unit: '人',
}

const months = Array.from({ length: 12 }, (_, at) => `${at + 1} 月`)
export const byMonth: Figures = {
  rows: named(months),
  series: [{ key: 'all', name: '人数' }],
  amounts: months.map((_, at) => [{ value: 1200 + ((at * 389) % 1700) }]),
  unit: '人',
}

export const freshShare: Figures = {
  rows: named(districts),
  series: [{ key: 'fresh', name: '资料新鲜' }],
  amounts: districts.map((_, at) => [at === 12 ? {} : { value: (at * 37) % 101 }]),
  unit: '%',
}
