import { codesAnswered, onlyChoices } from '@zmht/shared/applications'
import { type ApplicationContent, channelRoutes, taskRoutes, type Wire } from '@zmht/shared/contract'
import { knowledgeNow } from '../knowledge/index'
import { order } from '../platform/endpoint/order'
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
    // A request is told in words.
    const wanted = onlyChoices(await knowledgeNow(), control).filter(({ code }) => only.values.includes(code))
    return said.some(({ text }) => text.split('、').some((one) => wanted.some(({ name }) => name === one)))
  }
  const { latest } = await order(taskRoutes.item, { params: { itemId: run.about.id } }, by)
  const said = Object.values(latest?.answers ?? {})
    .flat()
    .flatMap(({ values }) => codesAnswered(values[control.id]))
  return said.some((one) => only.values.includes(one))
}
