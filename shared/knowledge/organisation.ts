import { attributesFor, code, date, mobile, number, personName, text, uscc } from './describe'
import type { Attribute } from './types'

const organisation = attributesFor('organisation')

/** What may be said of an organisation 组织. */
export const organisationAttributes: readonly Attribute[] = [
  organisation('name', '单位名称', 'name', text(100), 'open', {
    synonyms: ['公司名称', '企业名称', '店名', '组织名称'],
  }),
  organisation('uscc', '统一社会信用代码', 'unified social credit code', uscc, 'open', {
    naturalKey: true,
    synonyms: ['信用代码', '营业执照号', '税号'],
  }),
  organisation('kind', '单位类型', 'kind', code('organisation-kind'), 'open', { synonyms: ['企业类型', '机构类型'] }),
  organisation('legalRepresentative', '法定代表人', 'legal representative', personName, 'internal', {
    freshDays: 730,
    synonyms: ['法人', '负责人', '老板'],
  }),
  organisation('contactMobile', '单位联系电话', 'contact mobile', mobile, 'personal', {
    freshDays: 730,
    synonyms: ['负责人电话', '联系电话'],
  }),
  organisation('employees', '从业人数', 'number of employees', number(0, 1_000_000, '人'), 'internal', {
    freshDays: 365,
    synonyms: ['员工数', '多少人'],
  }),
  organisation('establishedOn', '成立日期', 'date of establishment', date, 'open', { synonyms: ['注册日期'] }),
]
