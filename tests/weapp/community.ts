import {
  type Api,
  type ChannelContent,
  mintChannelId,
  mintRequestId,
  mintTaskId,
  type TaskContent,
} from '@zmht/shared/contract'
import { answersFrom, type FormAnswers } from '@zmht/shared/controls'
import type { PlaceId } from '@zmht/shared/geo'
import { channelTemplate } from '@zmht/shared/templates'
import { inventedPhone } from '../../functions/local/demonstration'
import { waitFor } from './screen'
import { apiAt, loginCodeOf, newWechatUser, type Stack, signIn } from './stack'

/** 花家地北里社区 and the subdistrict above it. */
const community = '110105026047'
const subdistrict = '110105026'

/** A resident with a home in the community, known to nobody else who uses the stack. */
export interface Neighbour {
  readonly api: Api
  /** Their name in WeChat. */
  readonly who: string
  readonly home: PlaceId
  /** Their mother, made up. */
  readonly mother: { readonly name: string; readonly idNumber: string }
}

/** Somebody moves in: signs in with WeChat, agrees to the guideline, says where they live. */
export async function aNeighbour(stack: Stack): Promise<Neighbour> {
  const who = newWechatUser()
  const { accessToken, me } = await apiAt(stack.resident).permissions.signInByWechat({
    body: { app: 'resident', code: loginCodeOf(who) },
  })
  if (me.kind !== 'resident') throw new Error('the residents’ application let in an official')
  const api = apiAt(stack.resident, accessToken)
  await api.permissions.consent({ params: { guideline: me.guideline } })
  let { id } = await api.hierarchy.byCode({ params: { code: community } })
  for (const name of ['花家地北里', '1号楼', '1单元', '302']) {
    const { items } = await api.hierarchy.children({ params: { placeId: id }, query: {} })
    const child = items.find((place) => place.name === name)
    if (child === undefined) throw new Error(`the demonstration has no place ${name}`)
    id = child.id
  }
  await api.permissions.setHome({ params: { placeId: id }, body: { label: '常住' } })
  return { api, who, home: id, mother: { name: '秦白露', idNumber: madeUpIdNumber() } }
}

/** A number nobody has: right in form (GB 11643), with an order code taken from the clock. */
function madeUpIdNumber(): string {
  const moment = Date.now()
  const day = String((Math.floor(moment / 1000) % 28) + 1).padStart(2, '0')
  const digits = `11010519${40 + (Math.floor(moment / 28_000) % 15)}03${day}${String(moment % 500)
    .padStart(3, '0')
    .slice(0, 2)}2`
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0)
  return digits + '10X98765432'.charAt(sum % 11)
}

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

/** The resident books it through the API for their mother. */
export async function book({ api, home, mother }: Neighbour, service: OfferedService, note: string) {
  const found = await api.channels.service({ params: { channelId: service.id }, query: {} })
  const typed: Readonly<Record<string, FormAnswers[string][number]['values']>> = {
    applicant: { applicantName: '何清明', applicantMobile: '19000009016', consent: true },
    elder: {
      elderName: mother.name,
      elderIdNumber: mother.idNumber,
      elderHome: home,
      elderDiseases: ['02'],
      elderMobility: '1',
    },
    visit: { preferredDate: '2027-03-10', preferredPeriod: '1', note },
  }
  const answers: FormAnswers = Object.fromEntries(
    Object.entries(answersFrom(found.prefill)).map(([subject, instances]) => [
      subject,
      instances.map((one) => ({ ...one, values: { ...one.values, ...typed[subject] } })),
    ]),
  )
  return api.channels.submit({
    params: { channelId: service.id, requestId: mintRequestId() },
    body: { version: found.version, home: found.home, answers, notify: false },
  })
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
