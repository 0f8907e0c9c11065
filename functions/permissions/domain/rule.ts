import type { GrantContent } from '@zmht/shared/contract'
import { actionNames, type Beyond, incompatibleRoles, securityActions } from '@zmht/shared/permission'

/** Why somebody may not make a rule, in words. */
export interface Refused {
  readonly why: Beyond['why'] | 'own-post' | 'incompatible'
  readonly action?: Beyond['action']
  readonly message: string
}

/** @returns why not, in plain words that say what to change; of what is in force already there is nothing to change, somebody above does it */
export function sayBeyond({ why, action }: Beyond, isInForce = false): Refused {
  if (isInForce)
    return { why, action, message: `这条规则里的“${actionNames[action]}”不全在您能管的范围内，要由上级来改或撤回` }
  const what = actionNames[action]
  const said: Readonly<Record<Beyond['why'], string>> = {
    'not-held': `您自己没有“${what}”，也没有受托可以给别人`,
    forbidden: `您自己被禁止“${what}”，不能给别人`,
    resource: `“${what}”您只对一部分内容有权，请把规则限定在这部分内容`,
    territory: `“${what}”超出了您的管理范围：请写明您所在单位或下级单位，或选择您管理的地点`,
    fields: `“${what}”里有您自己看不到的信息，请调低显示的程度`,
    dates: `您自己的“${what}”到期更早，请写明不晚于它的截止时间`,
  }
  return { why, action, message: said[why] }
}

/** @returns whether a rule changes who may change permissions or watches over it, so that a second person confirms it */
export const needsSecondPerson = ({
  before,
  after,
}: {
  readonly before: GrantContent | undefined
  readonly after: GrantContent | undefined
}): boolean =>
  [before, after].some((content) => content?.actions.some((action) => securityActions.has(action)) === true)

/** @returns whether a rule joins what one person never holds: keeping permissions or people, and watching over it */
export function isIncompatible({ effect, actions, subject }: GrantContent): boolean {
  if (effect === 'forbid') return false
  const watches = actions.includes('audit.read') || subject.roles?.includes('auditor') === true
  const keeps = actions.includes('permission.write') || actions.includes('directory.write')
  const given: ReadonlySet<string> = new Set(subject.roles ?? [])
  const reaches = incompatibleRoles.some(([keeper, watcher]) =>
    watcher === 'auditor' ? actions.includes('audit.read') && given.has(keeper) : false,
  )
  return (watches && keeps) || reaches
}
