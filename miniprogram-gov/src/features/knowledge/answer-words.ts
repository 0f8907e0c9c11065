import type { CodeItem, FileKind, IdentifierScheme, ValueType } from '@zmht/shared/knowledge'

const identifierNames: Readonly<Record<IdentifierScheme, string>> = {
  'id-number': '身份证号',
  mobile: '手机号',
  phone: '电话（手机或座机）',
  uscc: '统一社会信用代码',
  plate: '车牌号',
}

const fileNames: Readonly<Record<FileKind, string>> = { photo: '照片', file: '文件', signature: '签名' }

/** So many options are named; the rest is counted. */
const named = 3

/** 「男、女…共 4 项」 */
export function optionWords(items: readonly CodeItem[]): string {
  const names = items.slice(0, named).map(({ name }) => name)
  return `${names.join('、')}${items.length > named ? `…共 ${items.length} 项` : ''}`
}

/** How something is answered, in plain words: 「选一项：男、女…」, 「数 0–200 厘米」. */
export function answerWords(value: ValueType, many: boolean): string {
  switch (value.type) {
    case 'text':
      return `文字，最多 ${value.max} 字${value.pattern === undefined ? '' : '，有规定的格式'}`
    case 'name':
      return '姓名'
    case 'number': {
      const decimals = value.decimals === 0 ? '' : `，小数 ${value.decimals} 位`
      return `数 ${value.min}–${value.max}${value.unit === undefined ? '' : ` ${value.unit}`}${decimals}`
    }
    case 'money':
      return '金额（元）'
    case 'date':
      return '日期'
    case 'month':
      return '年月'
    case 'time':
      return '时刻'
    case 'datetime':
      return '日期和时刻'
    case 'date-range':
      return '起止日期'
    case 'time-range':
      return '起止时刻'
    case 'yes-no':
      return '是或否'
    case 'code':
      return `${many ? '可选多项' : '选一项'}：${optionWords(value.items)}`
    case 'identifier':
      return identifierNames[value.scheme]
    case 'place':
      return '选地点'
    case 'point':
      return '地图上的位置'
    case 'file':
      return many ? `${fileNames[value.of]}，可传多个` : fileNames[value.of]
  }
}
