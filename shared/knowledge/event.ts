import { attributesFor, code, date, number, text, yesNo } from './describe'
import type { Attribute } from './types'

const event = attributesFor('event')

/** What may be said of an event 事: above all of a submission, what was wanted, when and how. */
export const eventAttributes: readonly Attribute[] = [
  event('title', '事项', 'title', text(60), 'internal', { synonyms: ['标题', '主题', '什么事'] }),
  event('preferredDate', '希望日期', 'preferred date', date, 'internal', {
    synonyms: ['预约日期', '哪天', '什么时候', '日期'],
  }),
  event('preferredPeriod', '希望时段', 'preferred period of the day', code('day-period'), 'internal', {
    synonyms: ['预约时段', '上午下午', '时间', '时间段'],
  }),
  event('transportNeeded', '需要接送', 'transport needed', yesNo, 'internal', {
    synonyms: ['接送', '接车', '不方便前往', '上门接'],
  }),
  event('homeVisitNeeded', '需要上门', 'home visit needed', yesNo, 'internal', { synonyms: ['上门服务', '上门'] }),
  event('companions', '陪同人数', 'number of companions', number(0, 20, '人'), 'internal', {
    synonyms: ['陪同', '随行', '几个人'],
  }),
  event('contactPreference', '联系方式偏好', 'preferred way to be reached', code('contact-way'), 'internal', {
    synonyms: ['怎么联系', '如何联系'],
  }),
  event('urgency', '紧急程度', 'urgency', code('urgency'), 'internal', { synonyms: ['急不急', '紧急'] }),
  event('note', '备注', 'note', text(500), 'personal', { synonyms: ['说明', '补充说明', '其他情况', '留言'] }),
  event('agreed', '本人同意参加', 'agrees to take part', yesNo, 'internal', { synonyms: ['同意', '是否参加', '报名'] }),
]
