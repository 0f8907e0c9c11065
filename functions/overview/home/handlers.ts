import { overviewRoutes as routes } from '@zmht/shared/contract'
import { roles as roleNames } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { defaultHome } from '@zmht/shared/rules'
import { rolesIn } from '../../permissions/index'
import { auditRefusal } from '../../platform/audit.store'
import { later } from '../../platform/clock'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { changeOwnPage, roleHomesOf, saveRoleHome } from './arrangement.store'
import { seeing } from './domain/news'
import { newsDays } from './news.store'
import { homeOf } from './page'

export const home = endpoint(routes.home, async ({ actor, now }) => homeOf({ actor, at: now }))

export const seeNews = endpoint(routes.seeNews, async ({ actor, body, now }) => {
  const oldest = later(now, -newsDays * 24 * 3600 * 1000)
  await changeOwnPage(actor.id, (page) => seeing(page, body, now, oldest))
  return {}
})

export const arrangeMyHome = endpoint(routes.arrangeMyHome, async ({ actor, body }) => {
  const isReset = body.sections.length === 0 && body.hidden.length === 0
  await changeOwnPage(actor.id, ({ own: _before, ...page }) => (isReset ? page : { ...page, own: body }))
  return {}
})

/** The pages of an organisation's roles are for its own people. @throws Problem `forbidden`, kept in the audit */
async function asTheirs(actor: Official, organisation: string, at: string): Promise<void> {
  if (actor.posts.some((post) => post.organisation === organisation)) return
  await auditRefusal({ actor: actor.id, action: 'channel.write', subject: `organisation/${organisation}`, at })
  throw new Problem('forbidden')
}

/** What the catalogue of roles calls one. */
const nameOf = (role: string): string => Object.entries(roleNames).find(([code]) => code === role)?.[1] ?? role

async function pagesOf(organisation: string) {
  const [found, arranged] = await Promise.all([rolesIn(organisation), roleHomesOf(organisation)])
  return [...found].map(([role, posts]) => {
    const { sections, tools } = arranged[role] ?? defaultHome(role)
    return {
      role,
      name: nameOf(role),
      posts: [...posts],
      arrangement: { sections: [...sections], tools: [...tools] },
      isDefault: arranged[role] === undefined,
    }
  })
}

export const rolePages = endpoint(routes.rolePages, async ({ actor, params, now }) => {
  await asTheirs(actor, params.organisationId, now)
  return { items: await pagesOf(params.organisationId) }
})

export const arrangeRole = endpoint(routes.arrangeRole, async ({ actor, params, body, now }) => {
  const { organisationId, role } = params
  await asTheirs(actor, organisationId, now)
  const before = (await pagesOf(organisationId)).find((one) => one.role === role)
  if (before === undefined) throw new Problem('not-found')
  await saveRoleHome(organisationId, role, body, actor.id, now)
  return { ...before, arrangement: body, isDefault: false }
})
