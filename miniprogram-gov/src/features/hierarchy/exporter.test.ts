import { placeIdFrom } from '@zmht/shared/geo'
import { expect, test } from 'vitest'
import { type Exported, exportCells } from './exporter'

const place = (names: readonly string[], level: Exported['level']): Exported => ({
  id: placeIdFrom(new Uint8Array(7)),
  name: names.at(-1) ?? '',
  names,
  level,
  kind: level === 'compound' ? 'landmark' : 'division',
  hasChildren: level !== 'door',
  code: '000001',
})

test('every level has its column, also where one is skipped', () => {
  expect(
    exportCells([
      place(['甲小区'], 'compound'),
      place(['甲小区', '1号楼'], 'building'),
      place(['甲小区', '1号楼', '1单元'], 'unit'),
      place(['甲小区', '1号楼', '1单元', '101'], 'door'),
      place(['甲小区', '1号楼', '值班室'], 'door'),
    ]),
  ).toEqual([
    ['层级', '小区', '楼栋', '单元', '门牌号', '类别', '代码或编号'],
    ['小区', '甲小区', '', '', '', '地标', '000001'],
    ['楼栋', '甲小区', '1号楼', '', '', '', '000001'],
    ['单元', '甲小区', '1号楼', '1单元', '', '', '000001'],
    ['门牌号', '甲小区', '1号楼', '1单元', '101', '', '000001'],
    ['门牌号', '甲小区', '1号楼', '', '值班室', '', '000001'],
  ])
})
