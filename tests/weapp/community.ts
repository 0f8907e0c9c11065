import { type Api, type ChannelContent, mintChannelId, mintTaskId, type TaskContent } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { channelTemplate } from '@zmht/shared/templates'
import { inventedPhone } from '../../functions/local/demonstration'
import { aNeighbour, community, type Neighbour } from '../neighbour'
import { waitFor } from './screen'
import { apiAt, newWechatUser, type Stack, signIn } from './stack'

/** 花家地北里社区 and the subdistrict above it. */
const subdistrict = '110105026'

/** The phone of one of the community's two officials: the 书记 stands in the directory before the 社工. */
async function phoneOf(stack: Stack, who: 'secretary' | 'worker'): Promise<string> {
  const { api } = await aNeighbour(stack)
  const above = await api.hierarchy.byCode({ params: { code: subdistrict } })
  const own = await api.hierarchy.byCode({ params: { code: community } })
  const { items } = await api.hierarchy.children({ params: { placeId: above.id }, query: {} })
  const order = items.findIndex((place) => place.id === own.id)
  // The city's, the district's and the subdistrict's officials come first, then two for each community.
  return inventedPhone(1000 + 3 + order * 2 + (who === 'secretary' ? 1 : 2))
}

export interface Worker {
  readonly api: Api
  readonly phone: string
}

export const asWorker = (stack: Stack): Promise<Worker> => asOfficial(stack, 'worker')

/** Who issues the community's own tasks. */
export const asSecretary = (stack: Stack): Promise<Worker> => asOfficial(stack, 'secretary')

async function asOfficial(stack: Stack, who: 'secretary' | 'worker'): Promise<Worker> {
  const phone = await phoneOf(stack, who)
  const { accessToken } = await signIn(stack, 'gov', newWechatUser(), phone)
  return { api: apiAt(stack.gov, accessToken), phone }
}

export interface OfferedService {
  readonly id: string
  readonly title: string
}

const closings: (() => Promise<unknown>)[] = []
/** What was put up goes out of sight again for whoever uses the stack next, however the test ends. */
afterAll(async () => {
  for (const close of closings) await close()
})

/** The worker puts up the check-up under a title of its own, so that suites that share a stack do not meet. */
export async function offerCheckUp(worker: Worker, within: { readonly days: number }): Promise<OfferedService> {
  const template = channelTemplate('check-up-worker-confirms')
  if (template === undefined) throw new Error('the check-up template is missing')
  const { form, procedure } = template
  return offer(worker, {
    title: `老年人健康体检 ${Date.now().toString(36)}`,
    summary: '为家里的老人预约免费体检',
    category: 'health',
    procedure,
    promisedDays: within.days,
    form,
  })
}

/** The worker puts up a service for the community. */
export async function offer({ api }: Worker, content: ChannelContent): Promise<OfferedService> {
  const made = await api.channels.create({ params: { channelId: mintChannelId() }, body: content })
  const place = await api.hierarchy.byCode({ params: { code: community } })
  const open = await api.channels.publish({
    params: { channelId: made.id },
    body: { edition: made.edition, reach: [place.id] },
  })
  closings.push(() => api.channels.close({ params: { channelId: open.id }, body: { edition: open.edition } }))
  return { id: open.id, title: content.title }
}

/** What was submitted becomes known a moment later. Waits until a service would come with so many answers filled in. */
export async function untilKnown({ api }: Neighbour, service: OfferedService, count: number): Promise<void> {
  await waitFor(
    async () => {
      const { prefill } = await api.channels.service({ params: { channelId: service.id }, query: {} })
      const known = Object.values(prefill)
        .flat()
        .reduce((sum, one) => sum + Object.keys(one.values).length, 0)
      return known >= count ? known : undefined
    },
    () => `what was submitted did not become known: ${count} answers were expected`,
  )
}

/** The secretary asks the homes of a building about something, and takes it back when the test ends. */
export async function askHomes({ api }: Worker, content: TaskContent, within: PlaceId): Promise<void> {
  const params = { taskId: mintTaskId() }
  const draft = await api.tasks.saveTask({ params, body: { content, within: [within], edition: 0 } })
  const running = await api.tasks.changeTask({ params, body: { action: 'dispatch', edition: draft.edition } })
  closings.push(async () => {
    const { edition } = await api.tasks.task({ params })
    await api.tasks.changeTask({ params, body: { action: 'withdraw', edition: Math.max(edition, running.edition) } })
  })
}

/** Items of a task are made by a job. Waits until the resident is asked. */
export async function untilAsked({ api }: Neighbour, title: string): Promise<void> {
  await waitFor(
    async () => (await api.tasks.ownItems()).items.find((one) => one.title === title),
    () => `the resident was not asked about ${title}`,
  )
}
