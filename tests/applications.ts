import { fillsOf } from '@zmht/shared/applications'
import { type Api, type ApplicationContent, type ApplicationReply, mintApplicationId } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { applicationTemplate } from '@zmht/shared/templates'

/** What ships under an id. */
export function shipped(template: string): ApplicationContent {
  const found = applicationTemplate(template)
  if (found === undefined) throw new Error(`${template} does not ship`)
  return found.content
}

/**
 * What is filled in at a place, whatever is asked.
 * @param day yyyy-mm-dd, of what takes place
 */
export const fillsFor = (content: ApplicationContent, day: string): Record<string, string> =>
  Object.fromEntries(
    fillsOf(content).map(({ name, kind }) => [
      name,
      kind === 'days' ? day : kind === 'phone' ? '010-64700000' : '社区服务站',
    ]),
  )

/** What is said of a place. */
export const settingsOf = (
  reach: readonly PlaceId[],
  more: Partial<ApplicationReply['settings']> = {},
): ApplicationReply['settings'] => ({ reach: [...reach], roles: {}, fills: {}, ...more })

/** An application that is saved, and not opened yet. */
export const savedApplication = (
  api: Api,
  reach: readonly PlaceId[],
  content: ApplicationContent = shipped('appeal'),
  more: Partial<ApplicationReply['settings']> = {},
): Promise<ApplicationReply> =>
  api.applications.saveApplication({
    params: { applicationId: mintApplicationId() },
    body: { edition: 0, content, settings: settingsOf(reach, more) },
  })

/** @param workOff lets what follows be done */
export async function openedApplication(
  api: Api,
  workOff: () => Promise<void>,
  ...given: [readonly PlaceId[], ApplicationContent?, Partial<ApplicationReply['settings']>?]
): Promise<ApplicationReply> {
  const { id, edition } = await savedApplication(api, ...given)
  const params = { applicationId: id }
  await api.applications.changeApplication({ params, body: { action: 'open', edition } })
  await workOff()
  return api.applications.application({ params })
}
