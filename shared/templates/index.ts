import { checkUpTemplates } from './check-up'
import type { ChannelTemplate } from './template'

export { type TaskTemplate, taskTemplates } from './tasks'
export { type ChannelProcedure, type ChannelTemplate, channelProcedures } from './template'

/** The services a worker can start from, the most used first. */
export const channelTemplates: readonly ChannelTemplate[] = [...checkUpTemplates]

/** @returns the template with an id, or nothing if none is shipped */
export function channelTemplate(id: string): ChannelTemplate | undefined {
  return channelTemplates.find((template) => template.id === id)
}
