import { aboutAlone, freeKey, servicePart, withPart, withRole } from '@zmht/shared/applications'
import type { ApplicationContent, ChannelContent, PartOf } from '@zmht/shared/contract'
import type { ChannelTemplate, TaskTemplate } from '@zmht/shared/templates'
import { partFromTemplate } from '@zmht/shared/templates'
import { draftFromTemplate } from '../builder/service-draft'

const summaryMost = 24

/** With a service as its last part; where somebody else confirms, who that is becomes a role. */
export function withService(content: ApplicationContent, service: ChannelContent): ApplicationContent {
  const key = freeKey('service', content.parts)
  const { part, roles } = servicePart(key, service, content.roles)
  const withIt = withPart({ ...content, roles: [...roles] }, part)
  if (service.procedure !== 'partner-confirms' || part.partners.some((one) => one.part === 'partner')) return withIt
  const role = {
    key: freeKey('role', withIt.roles),
    name: '承办单位',
    about: '在它的名单里看到申请，逐个确认或说明原因',
  }
  return withPart(withRole(withIt, role), {
    ...part,
    partners: [...part.partners, { role: role.key, part: 'partner' }],
  })
}

export function withServiceTemplate(content: ApplicationContent, template: ChannelTemplate): ApplicationContent {
  const draft = draftFromTemplate(template)
  return withService(content, { ...draft, summary: draft.summary || template.title.slice(0, summaryMost) })
}

export const withLedgerTemplate = (content: ApplicationContent, id: string): ApplicationContent =>
  withPart(content, partFromTemplate.ledger(freeKey('ledger', content.parts), id))

export const withNoticeTemplate = (content: ApplicationContent, id: string): ApplicationContent =>
  withPart(content, partFromTemplate.notice(freeKey('notice', content.parts), id, 'ready'))

/** A task about what a ledger of the application holds where there is one of its kind; else each place, or whom the wiring names. */
export function withTaskTemplate(content: ApplicationContent, template: TaskTemplate): ApplicationContent {
  const about = aboutOf(content, template)
  const key = freeKey('task', content.parts)
  return withPart(content, partFromTemplate.task(key, template.id, about.of === 'one' ? 'ready' : 'at-once', about))
}

function aboutOf(
  { parts }: ApplicationContent,
  { kind, level, form }: TaskTemplate,
): PartOf<'task'>['content']['about'] {
  if (kind === 'place' && level !== undefined) return { of: 'places', level }
  const ledger = parts.find((part) => part.kind === 'ledger' && part.content.kind === kind)
  return ledger === undefined ? aboutAlone(form) : { of: 'ledger', part: ledger.key }
}
