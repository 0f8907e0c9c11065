import { type ApplicationContent, channelRoutes, taskRoutes, type Wire } from '@zmht/shared/contract'
import { knowledgeNow } from '../knowledge/index'
import { order } from '../platform/endpoint/order'
import { wordsOfAnswer } from './domain/answer-words'
import type { Run } from './wire.store'

/** Whether what was answered is what a wire asks for, as its official may read it. A wire that asks for nothing is met. */
export async function isMet({ when }: Wire, run: Run, { parts }: ApplicationContent, by: string): Promise<boolean> {
  const only = when.of === 'service' || when.of === 'task' ? when.only : undefined
  if (only === undefined) return true
  const part = parts.find(({ key }) => key === when.part)
  const form = part?.kind === 'service' || part?.kind === 'task' ? part.content.form : undefined
  const control = form?.controls.find(({ id }) => id === only.control)
  if (control === undefined) return false
  if (when.of === 'service') {
    const { answers } = await order(channelRoutes.request, { params: { requestId: run.about.id } }, by)
    const said = answers.flatMap(({ items }) => items).filter(({ label }) => label === control.label)
    return said.some(({ text }) => text.split('、').some((one) => only.values.includes(one)))
  }
  const { latest } = await order(taskRoutes.item, { params: { itemId: run.about.id } }, by)
  const knowledge = await knowledgeNow()
  const said = Object.values(latest?.answers ?? {})
    .flat()
    .flatMap(({ values }) => wordsOfAnswer(knowledge, control, values[control.id]))
  return said.some((one) => only.values.includes(one))
}
