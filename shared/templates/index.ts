export type { ApplicationTemplate } from './application-template'
export { applicationTemplate, applicationTemplates, partFromTemplate } from './applications'

import { appealTemplates } from './appeal'
import { checkUpTemplates } from './check-up'
import { reliefTemplates } from './relief'
import type { ChannelTemplate } from './template'

export { type TaskTemplate, taskTemplates } from './tasks'
export type { ChannelTemplate } from './template'

/** The services a worker can start from, the most used first. */
export const channelTemplates: readonly ChannelTemplate[] = [
  ...checkUpTemplates,
  ...appealTemplates,
  ...reliefTemplates,
]

/** @returns the template with an id, or nothing if none is shipped */
export function channelTemplate(id: string): ChannelTemplate | undefined {
  return channelTemplates.find((template) => template.id === id)
}
