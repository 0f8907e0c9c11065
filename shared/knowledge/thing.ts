import { attributesFor, code, date, number, plate, text } from './describe'
import type { Attribute } from './types'

const thing = attributesFor('thing')

/** What may be said of a thing 物: vehicles, equipment, facilities. */
export const thingAttributes: readonly Attribute[] = [
  thing('name', '物品名称', 'name', text(60), 'internal', { synonyms: ['设施名称', '名称'] }),
  thing('category', '物品类别', 'category', code('thing-category'), 'internal', {
    synonyms: ['类别', '种类', '车辆类型'],
  }),
  thing('plate', '车牌号', 'licence plate', plate, 'personal', {
    naturalKey: true,
    synonyms: ['车牌', '车牌号码', '号牌'],
  }),
  thing('serialNumber', '编号', 'serial number', text(40), 'internal', { synonyms: ['出厂编号', '设备编号'] }),
  thing('quantity', '数量', 'quantity', number(0, 1_000_000), 'internal', { synonyms: ['几个', '件数'] }),
  thing('inspectedOn', '检查日期', 'date of last inspection', date, 'internal', { synonyms: ['年检', '检验日期'] }),
]
