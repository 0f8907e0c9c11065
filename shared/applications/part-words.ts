import type { ApplicationContent, ApplicationPart } from '../contract'
import { levelNames } from '../geo/place'
import { forNames, type Procedure, procedureNames, repeatNames } from '../rules'
import { partTitle } from './fills'

/** What a part does once the application is open, in a sentence: read before it is opened, and again afterwards. */
export function partFollows(part: ApplicationPart, { parts }: Pick<ApplicationContent, 'parts'>): string {
  switch (part.kind) {
    case 'ledger':
      return part.content.membership.by === 'rule'
        ? '符合条件的自动收录，资料变了跟着变'
        : '由工作人员登记，或者由联动登记'
    case 'service': {
      const whom = forNames[part.content.for ?? 'residents']
      return part.begin === 'at-once'
        ? `${waits(part) ? `承办单位同意后，${whom}就能申请` : `${whom}马上能申请`}，${handled(part.content.procedure)}，${part.content.promisedDays} 个工作日内办结`
        : `先备着，需要时由您开放给${whom}`
    }
    case 'task': {
      const whom = aboutWords(part, parts)
      if (part.content.about.of === 'one') return `由联动下派给当地工作人员，${part.days} 天内完成`
      const { repeat } = part.content
      const again = repeat === undefined ? '' : `，${repeatNames[repeat]}再派一次，针对那时的每一个`
      return part.begin === 'at-once'
        ? `马上下派，${whom}，${part.days} 天内完成${again}`
        : `先备着，需要时由您或联动下派，${whom}${again}`
    }
    case 'notice':
      return part.begin === 'at-once' ? '马上发给居民，看得到谁读了' : '先备着，需要时由您或联动发出'
  }
}

/** An organisation that takes part is asked first. */
const waits = (part: ApplicationPart): boolean => part.kind === 'service' && part.partners.length > 0

const handledWords: Readonly<Record<Procedure, string>> = {
  open: '提交就算数',
  'worker-confirms': '工作人员确认',
  'partner-confirms': '承办单位确认',
  routed: '直接转给负责的单位',
}
const handled = (procedure: Procedure): string => handledWords[procedure] ?? procedureNames[procedure]

/** 「“七小门店”里每一个一项」. */
function aboutWords(
  { content: { about } }: Extract<ApplicationPart, { kind: 'task' }>,
  parts: readonly ApplicationPart[],
) {
  switch (about.of) {
    case 'places':
      return `每一个${levelNames[about.level]}一项`
    case 'ledger': {
      const ledger = parts.find(({ key }) => key === about.part)
      return ledger === undefined ? '台账里每一个一项' : `${partTitle(ledger)}里每一个一项`
    }
    case 'one':
      return '就一个人或地方'
  }
}

/** What opening means, part by part, in the order people meet it: 「服务“体检”：居民马上能申请 …」. */
export const opensWith = (content: Pick<ApplicationContent, 'parts'>): readonly string[] =>
  content.parts.map((part) => `${partTitle(part)}：${partFollows(part, content)}`)

/** What residents, workers and leaders can see of it from the moment it is open, in short, for the confirmation. */
export function openingConsequence(content: Pick<ApplicationContent, 'parts'>, where: string): string {
  const now = content.parts.filter((part) => part.kind !== 'ledger' && part.begin === 'at-once')
  const names = (kind: ApplicationPart['kind'], later = false) =>
    now
      .filter((part) => part.kind === kind && waits(part) === later)
      .map((part) => (part.kind === 'ledger' ? '' : `「${part.content.title}」`))
  const [services, asked, tasks, notices] = [names('service'), names('service', true), names('task'), names('notice')]
  const said = [
    ...(services.length === 0 ? [] : [`${where}的居民马上能申请${services.join('、')}`]),
    ...(asked.length === 0 ? [] : [`承办单位同意后，${where}的居民就能申请${asked.join('、')}，不用您再来开通`]),
    ...(tasks.length === 0 ? [] : [`各社区马上收到任务${tasks.join('、')}`]),
    ...(notices.length === 0 ? [] : [`${where}的居民马上收到通知${notices.join('、')}`]),
  ]
  return said.length === 0
    ? `${where}的各个部分备好，由您需要时开始。以后可以随时停用，资料都保留。`
    : `${said.join('；')}。以后可以随时停用，资料都保留。`
}
