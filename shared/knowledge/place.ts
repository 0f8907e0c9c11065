import { attributesFor, code, date, number, text, yesNo } from './describe'
import type { Attribute } from './types'

const place = attributesFor('place')

/** What may be said of a place 地, from a province down to a door. */
export const placeAttributes: readonly Attribute[] = [
  place('name', '地名', 'name', text(60), 'open', { synonyms: ['地点名称', '小区名称', '名称'] }),
  place('officialCode', '区划代码', 'official code', text(12, '^\\d{2,12}$'), 'open', {
    synonyms: ['行政区划代码', '统计代码'],
  }),
  place('households', '户数', 'number of households', number(0, 1_000_000, '户'), 'internal', {
    freshDays: 365,
    synonyms: ['多少户', '住户数'],
  }),
  place('residents', '常住人口', 'usual residents', number(0, 100_000_000, '人'), 'internal', {
    freshDays: 365,
    synonyms: ['人口', '人数', '居民数'],
  }),
  place('floors', '层数', 'number of floors', number(1, 200, '层'), 'open', { synonyms: ['楼层数', '几层'] }),
  place('hasLift', '有电梯', 'has a lift', yesNo, 'open', { freshDays: 1825, synonyms: ['电梯', '无障碍'] }),
  place('builtYear', '建成年份', 'year built', number(1800, 2100, '年'), 'open', { synonyms: ['房龄', '建造年份'] }),
  place('areaSquareMetres', '建筑面积', 'floor area', number(1, 10_000_000, '平方米', 2), 'internal', {
    synonyms: ['面积', '房屋面积'],
  }),
  place('tenure', '住房性质', 'tenure of dwelling', code('tenure'), 'personal', {
    freshDays: 730,
    synonyms: ['租房', '自有住房', '产权'],
  }),
  place('heating', '供暖方式', 'heating', code('heating'), 'internal', { freshDays: 1825, synonyms: ['暖气', '取暖'] }),
  place('gasSupply', '用气方式', 'gas supply', code('gas-supply'), 'internal', {
    freshDays: 1825,
    synonyms: ['燃气', '煤气', '天然气'],
  }),
  place('gasInspectedOn', '燃气安检日期', 'date of last gas inspection', date, 'internal', { synonyms: ['燃气检查'] }),
]
