import { isRealDate, readIdNumber, readMobile, readPhone, readPlate, readUscc } from '../knowledge/identifiers'
import type { ValueType } from '../knowledge/types'

/** What the values of a column look like: the share of the filled-in ones that read as each, 0 … 1. */
export interface Sniffed {
  readonly filled: number
  readonly distinct: readonly string[]
  readonly idNumber: number
  readonly mobile: number
  readonly phone: number
  readonly plate: number
  readonly uscc: number
  readonly date: number
  readonly month: number
  readonly datetime: number
  readonly time: number
  readonly number: number
  readonly whole: number
  readonly yesNo: number
  readonly email: number
  readonly address: number
  readonly personName: number
  readonly longest: number
}

/** More say nothing new. */
const mostValues = 300
const mostDistinct = 40

const yes = new Set(['是', '有', '√', 'y', 'yes', 'true', '对', '已', '会', '能'])
const no = new Set(['否', '无', '×', 'x', 'n', 'no', 'false', '不是', '没有', '未', '不会', '不能', '/'])
const address = /(省|市|区|县|街道|镇|乡|村|社区|小区|路|街|巷|胡同|号楼|栋|幢|单元|室|号院)/
const surname =
  /^[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封储靳汲糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰雍桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公]/

/** @returns what the values look like; blank cells and dashes do not count */
export function sniff(values: readonly string[]): Sniffed {
  const filled = values
    .map((value) => value.normalize('NFKC').trim())
    .filter((value) => value !== '' && !/^[-—/\\]+$/.test(value))
    .slice(0, mostValues)
  const share = (test: (value: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  return {
    filled: filled.length,
    distinct: [...new Set(filled)].slice(0, mostDistinct),
    idNumber: share((value) => readIdNumber(value).ok),
    mobile: share((value) => readMobile(value).ok),
    phone: share((value) => readPhone(value).ok || /^\d{7,8}$/.test(value)),
    plate: share((value) => readPlate(value).ok),
    uscc: share((value) => readUscc(value).ok),
    date: share((value) => dateIn(value) !== undefined),
    month: share((value) => /^(19|20)\d{2}[-./年]?(0?[1-9]|1[0-2])月?$/.test(value)),
    datetime: share((value) => /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[T ]\d{1,2}[:：]\d{2}/.test(value)),
    time: share((value) => /^\d{1,2}[:：]\d{2}(:\d{2})?$/.test(value)),
    number: share((value) => /^-?[\d,]+(\.\d+)?%?$/.test(value)),
    whole: share((value) => /^-?[\d,]+$/.test(value)),
    yesNo: share((value) => yes.has(value.toLowerCase()) || no.has(value.toLowerCase())),
    email: share((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)),
    address: share(
      (value) => value.length >= 4 && address.test(value) && /\d|[一二三四五六七八九十]|路|村|小区/.test(value),
    ),
    personName: share((value) => /^\p{Script=Han}{2,4}$/u.test(value) && surname.test(value)),
    longest: filled.reduce((most, value) => Math.max(most, [...value].length), 0),
  }
}

/** @returns `YYYY-MM-DD` for the ways a day is written in sheets */
export function dateIn(value: string): string | undefined {
  const parts =
    /^((?:18|19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(value) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(value)
  if (!parts) return undefined
  const day = `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`
  return isRealDate(day) ? day : undefined
}

/** How far values speak for (above 1) or against (below 1) a way of answering; few values say little. */
export function support(type: ValueType, seen: Sniffed): number {
  if (seen.filled < 2) return 1
  const share = shareOf(type, seen)
  if (share === undefined) return 1
  if (share >= 0.8) return telling(type) ? 1.08 : 1.03
  if (share >= 0.4) return 0.97
  return seen.filled < 4 ? 0.85 : 0.6
}

const telling = (type: ValueType): boolean => ['identifier', 'date', 'code'].includes(type.type)

function shareOf(type: ValueType, seen: Sniffed): number | undefined {
  switch (type.type) {
    case 'identifier':
      switch (type.scheme) {
        case 'id-number':
          return seen.idNumber
        case 'mobile':
          // A mobile is often left out for a landline; both are telephones.
          return Math.max(seen.mobile, seen.phone * 0.6)
        case 'phone':
          return seen.phone
        case 'plate':
          return seen.plate
        case 'uscc':
          return seen.uscc
      }
      break
    case 'date':
    case 'datetime':
      return Math.max(seen.date, seen.datetime, seen.month)
    case 'month':
      return Math.max(seen.month, seen.date)
    case 'number':
    case 'money':
      return Math.max(seen.number, unitShare(seen))
    case 'yes-no':
      return seen.yesNo > 0 ? seen.yesNo : seen.distinct.length <= 3 ? undefined : 0
    case 'name':
      return seen.personName > 0.3 ? 1 : seen.number + seen.date > 0.5 ? 0 : undefined
    case 'code':
      return codeShare(type.items, seen)
    case 'text':
      return seen.mobile + seen.idNumber + seen.date + seen.plate + seen.uscc > 0.6 ? 0.3 : undefined
    default:
      return undefined
  }
  return undefined
}

const unitShare = (seen: Sniffed): number =>
  seen.distinct.filter((value) => /^-?[\d.,]+\s*\p{L}{1,4}\d?$/u.test(value)).length / Math.max(1, seen.distinct.length)

function codeShare(items: readonly { readonly name: string }[], seen: Sniffed): number | undefined {
  const isOne = (value: string): boolean =>
    items.some(({ name }) => name === value || name.includes(value) || (value.length > 1 && value.includes(name)))
  const share =
    seen.distinct.filter((value) => value.split(/[,，、;；]/).every(isOne)).length / Math.max(1, seen.distinct.length)
  // People write their own words for a choice; only numbers and dates speak against it.
  return share >= 0.6 ? share : seen.number + seen.date + seen.mobile + seen.idNumber > 0.6 ? 0.1 : undefined
}
