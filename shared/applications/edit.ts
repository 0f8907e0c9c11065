import type { ApplicationContent, ApplicationPart, ApplicationRole, Wire, WireAction } from '../contract'

/** @returns a key for another part, role or wire: short, and not taken */
export function freeKey(stem: string, taken: readonly { readonly key: string }[]): string {
  for (let number = 1; ; number++) {
    const key = `${stem}-${number}`
    if (!taken.some((one) => one.key === key)) return key
  }
}

const named = (action: WireAction): string | undefined => {
  switch (action.do) {
    case 'start':
    case 'visit':
      return action.task
    case 'tell':
      return action.notice
    case 'put-in':
    case 'take-out':
      return action.ledger
    case 'errand':
    case 'step':
      return undefined
  }
}

/** Without a part: the wires it sets off go with it, and so do the steps that need it; a wire that does nothing any more goes too. */
export function withoutPart(content: ApplicationContent, key: string): ApplicationContent {
  const parts = content.parts.filter((part) => part.key !== key)
  const wiring = content.wiring
    .filter(({ when }) => when.part !== key)
    .map((wire) => ({ ...wire, does: wire.does.filter((action) => named(action) !== key) }))
    .filter(({ does }) => does.length > 0)
  return withoutUnusedRoles({ ...content, parts: parts.map((part) => withoutLedger(part, key)), wiring })
}

/** A task over a ledger that is gone is about one of its kind, to be begun by the wiring; a notice to those in it goes to everybody. */
function withoutLedger(part: ApplicationPart, ledger: string): ApplicationPart {
  if (part.kind === 'task' && part.content.about.of === 'ledger' && part.content.about.part === ledger) {
    const kind = part.content.form.subjects.find(({ is }) => is.by === 'target')?.kind
    if (kind === 'place' || kind === undefined || kind === 'event')
      return { ...part, content: { ...part.content, about: { of: 'places', level: 'door' } } }
    return { ...part, begin: 'ready', content: { ...part.content, about: { of: 'one', kind } } }
  }
  if (part.kind === 'notice' && part.ledger === ledger) {
    const { ledger: _gone, ...rest } = part
    return rest
  }
  return part
}

/** Roles nobody takes part in any more are not asked for. */
export function withoutUnusedRoles(content: ApplicationContent): ApplicationContent {
  const used = new Set([
    ...content.parts.flatMap((part) => (part.kind === 'service' ? part.partners.map(({ role }) => role) : [])),
    ...content.wiring.flatMap(({ does }) =>
      does.flatMap((action) => (action.do === 'errand' && action.to !== undefined ? [action.to] : [])),
    ),
  ])
  return { ...content, roles: content.roles.filter(({ key }) => used.has(key)) }
}

/** With a part in another one's place, or under a new key at the end. */
export function withPart(content: ApplicationContent, part: ApplicationPart): ApplicationContent {
  const at = content.parts.findIndex(({ key }) => key === part.key)
  return {
    ...content,
    parts: at < 0 ? [...content.parts, part] : content.parts.map((one, index) => (index === at ? part : one)),
  }
}

/** A part under another name. */
export const renamed = (part: ApplicationPart, name: string): ApplicationPart => {
  switch (part.kind) {
    case 'ledger':
      return { ...part, content: { ...part.content, name } }
    case 'service':
      return { ...part, content: { ...part.content, title: name } }
    case 'task':
      return { ...part, content: { ...part.content, title: name } }
    case 'notice':
      return { ...part, content: { ...part.content, title: name } }
  }
}

export function withWire(content: ApplicationContent, wire: Wire): ApplicationContent {
  const at = content.wiring.findIndex(({ key }) => key === wire.key)
  return {
    ...content,
    wiring: at < 0 ? [...content.wiring, wire] : content.wiring.map((one, index) => (index === at ? wire : one)),
  }
}

export const withoutWire = (content: ApplicationContent, key: string): ApplicationContent =>
  withoutUnusedRoles({ ...content, wiring: content.wiring.filter((wire) => wire.key !== key) })

export const withRole = (content: ApplicationContent, role: ApplicationRole): ApplicationContent => ({
  ...content,
  roles: content.roles.some(({ key }) => key === role.key)
    ? content.roles.map((one) => (one.key === role.key ? role : one))
    : [...content.roles, role],
})
