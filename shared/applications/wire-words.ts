import type { ApplicationContent, WireAction, WireTrigger } from '../contract'
import type { Knowledge } from '../knowledge'
import { itemMomentNames, noticePlaceNames, rowMomentNames, serviceMomentNames, wireStepNames } from '../rules/wiring'
import { partName } from './fills'
import { onlyChoices } from './only'

type Named = Pick<ApplicationContent, 'parts' | 'roles'>

const nameOf = ({ parts }: Named, key: string): string => {
  const part = parts.find((one) => one.key === key)
  return part === undefined ? '（已去掉）' : `“${partName(part)}”`
}

/** 「“井盖报修”办结」. @param knowledge names the answers it waits for; without it they are not named */
export function triggerWords(when: WireTrigger, content: Named, knowledge?: Knowledge): string {
  const name = nameOf(content, when.part)
  switch (when.of) {
    case 'service':
      return `${name}${serviceMomentNames[when.at]}${onlyWords(when, content, knowledge)}`
    case 'task':
      return `${name}${itemMomentNames[when.at]}${onlyWords(when, content, knowledge)}`
    case 'notice':
      return `${name}有人回答“${optionName(when, content)}”`
    case 'ledger':
      return `${name}${rowMomentNames[when.at]}`
  }
}

function onlyWords(
  { part: key, only }: Extract<WireTrigger, { of: 'service' | 'task' }>,
  { parts }: Named,
  knowledge: Knowledge | undefined,
): string {
  if (only === undefined) return ''
  const part = parts.find((one) => one.key === key)
  const control =
    part?.kind === 'service' || part?.kind === 'task'
      ? part.content.form.controls.find(({ id }) => id === only.control)
      : undefined
  const choices = control === undefined || knowledge === undefined ? [] : onlyChoices(knowledge, control)
  const named = choices.flatMap(({ code, name }) => (only.values.includes(code) ? [`“${name}”`] : []))
  return `，并且“${control?.label ?? only.control}”是${named.length === 0 ? '选定的答案' : named.join('或')}`
}

function optionName({ part: key, question, option }: Extract<WireTrigger, { of: 'notice' }>, { parts }: Named): string {
  const part = parts.find((one) => one.key === key)
  const asked = part?.kind === 'notice' ? part.content.questions.find((one) => one.key === question) : undefined
  return asked?.options?.find(({ code }) => code === option)?.label ?? option
}

/** 「派任务“上门看望”」. */
export function actionWords(action: WireAction, content: Named): string {
  switch (action.do) {
    case 'errand': {
      const to = action.to === undefined ? '当地工作人员' : content.roles.find(({ key }) => key === action.to)?.name
      return `交给${to ?? '（已去掉的角色）'}去办：${action.says.trim() === '' ? '（还没有写办什么）' : action.says}`
    }
    case 'step':
      return wireStepNames[action.step]
    case 'start':
      return `在当地下派任务${nameOf(content, action.task)}`
    case 'visit':
      return `针对这一个人或地方下派任务${nameOf(content, action.task)}`
    case 'tell':
      return `发通知${nameOf(content, action.notice)}给${noticePlaceNames[action.where]}`
    case 'put-in':
      return `登记到台账${nameOf(content, action.ledger)}`
    case 'take-out':
      return `从台账${nameOf(content, action.ledger)}移出`
  }
}

/** 「当“井盖报修”办结，就 …，再 …」. */
export const wireWords = (wire: ApplicationContent['wiring'][number], content: Named, knowledge?: Knowledge): string =>
  `当${triggerWords(wire.when, content, knowledge)}，就${wire.does.map((action) => actionWords(action, content)).join('，再')}`
