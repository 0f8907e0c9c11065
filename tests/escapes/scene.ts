import {
  type GrantContent,
  mintChargeId,
  mintClientId,
  mintGrantId,
  mintGridId,
  mintJobId,
  mintLedgerId,
  mintOperationId,
  mintOrganisationId,
  mintRequestId,
  mintStepKey,
  mintTaskId,
  type OrganisationBody,
} from '@zmht/shared/contract'
import { sheetTypes } from '@zmht/shared/contract/ledger-sheets'
import type { PlaceId } from '@zmht/shared/geo'
import type { LedgerContent } from '@zmht/shared/ledgers'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { inventedPhone } from '../../functions/local/demonstration'
import { dayInChina, now } from '../../functions/platform/clock'
import { openedApplication } from '../applications'
import { aSentPhoto, publishReport, post as sendTo } from '../files'
import { byHandLedger, residentsLedger } from '../ledgers'
import { aNotice, savedNotice, sentNotice } from '../notices'
import { officialPhones } from '../people'
import { dataSentDown } from '../provisions'
import { idNumber, sheetOf } from '../sheets'
import { communityTask } from '../tasks'
import { filledIn, phones, publishCheckUp, type World } from '../world'

/** Who tries: all but the last write inside 望京街道 or Beijing, and would reach beside it or into Datong, another city. */
export type Who = 'subdistrict' | 'worker' | 'neighbourWorker' | 'city' | 'otherResident'

/** What is sent, all of it in order but for where it reaches. */
export interface Sent {
  readonly params: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Route, what it would do, who asks, what is sent, and the refusal's status and code. */
export type Escape = readonly [route: string, what: string, by: Who, sent: () => Sent, outcome: string]

export type Scene = Awaited<ReturnType<typeof theScene>>

/** Both ends are there, and whoever tries is signed in; with what makes a call that is in order but for where it reaches. */
export async function theScene(world: World) {
  const today = () => dayInChina(now())
  const reason = '机构调整'
  const here = () => `o${world.places.north}`
  const office = () => `o${idOfDivision('110105026')}`
  const away = () => `o${world.places.datong}`
  const full = { open: 'full', internal: 'full', personal: 'full', sensitive: 'full' } as const
  const aRule = (more: Partial<GrantContent>): GrantContent => ({
    name: '查看服务',
    effect: 'allow',
    subject: { organisations: [office()], roles: ['statistics-viewer'] },
    actions: ['channel.read'],
    resource: { kinds: ['channel'] },
    territory: 'own',
    fields: { ...full, personal: 'none', sensitive: 'none' },
    ...more,
  })
  const aStation = (more: Partial<OrganisationBody> = {}): OrganisationBody => ({
    name: '便民服务站',
    kind: 'institution',
    parent: office(),
    place: world.places.north,
    manages: [],
    edition: 0,
    ...more,
  })
  const aPost = {
    title: '社工',
    catalogue: 'social-worker',
    rank: 'worker',
    roles: [],
    tags: [],
    closed: false,
  } as const
  const aGrid = (within: PlaceId, edition = 0) => ({
    name: '南网格',
    within,
    places: [within],
    workers: [],
    from: today(),
    edition,
  })

  const people = await officialPhones()
  const signedIn = async (phone: string) => {
    const { accessToken, me } = await world.signIn('gov', phone)
    return { id: me.id, api: world.as(accessToken), token: accessToken }
  }
  const [subdistrict, worker, neighbour, city] = [
    await signedIn(people.subdistrict),
    await signedIn(people.worker),
    await signedIn(people.neighbourWorker),
    await signedIn(people.city),
  ]
  const foreign = await signedIn(inventedPhone(5003))
  const foreignCity = await signedIn(inventedPhone(5001))
  const owner = world.as((await world.signIn('resident', phones.resident)).accessToken)
  const tokens = {
    subdistrict: subdistrict.token,
    worker: worker.token,
    neighbourWorker: neighbour.token,
    city: city.token,
    otherResident: (await world.signIn('resident', phones.neighbour)).accessToken,
  }
  const socialWorkerIn = async (organisationId: string) => {
    const { posts } = await subdistrict.api.permissions.organisation({ params: { organisationId } })
    const found = posts.find(({ title }) => title === '社工')
    if (found === undefined) throw new Error(`${organisationId} has its 社工`)
    return { post: found.id, official: found.holders[0]?.id ?? '' }
  }
  const [ours, theirs] = [await socialWorkerIn(here()), await socialWorkerIn(away())]
  const post = { here: ours.post, away: theirs.post }
  const official = { here: ours.official, away: theirs.official }
  const station = mintOrganisationId()
  await subdistrict.api.permissions.saveOrganisation({ params: { organisationId: station }, body: aStation() })
  const channel = (await publishCheckUp(worker.api, [world.places.north])).id
  const application = await openedApplication(worker.api, world.workOff, [world.places.north])
  const { service, answers, requestId } = await filledIn(owner, channel)
  await owner.channels.submit({
    params: { channelId: channel, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
  // A photo put with a request of the same place.
  const report = await publishReport(worker.api, [world.places.north])
  const pictured = { request: mintRequestId(), file: await aSentPhoto(owner) }
  await owner.channels.submit({
    params: { channelId: report.id, requestId: pictured.request },
    body: {
      version: report.version,
      home: service.home,
      answers: { report: [{ values: { photos: [pictured.file] } }] },
      notify: false,
    },
  })
  // Another system of each city, and a service of the other one.
  const systemOf = async (keeper: typeof city) =>
    (await keeper.api.permissions.makeClient({ params: { clientId: mintClientId() }, body: { name: '12345 热线' } })).id
  const system = {
    here: await systemOf(city),
    away: await systemOf(foreignCity),
    service: (await publishCheckUp(foreign.api, [world.places.datong])).id,
  }
  const mother = (await owner.ledgers.mine()).family[0]
  if (mother === undefined) throw new Error('the resident has no family in the graph')
  const charge = mintChargeId()
  await owner.ledgers.askCharge({
    params: { chargeId: charge },
    body: { entity: mother.id, as: 'guardian', from: today(), reason: '母亲行动不便' },
  })
  const grid = mintGridId()
  await subdistrict.api.permissions.saveGrid({ params: { gridId: grid }, body: aGrid(world.places.north) })
  const far = mintGridId()
  await foreign.api.permissions.saveGrid({ params: { gridId: far }, body: aGrid(world.places.datong) })
  const theirRule = async (actions: GrantContent['actions']) => {
    const content = aRule({ subject: { organisations: [away()] }, actions, resource: {} })
    const params = { grantId: mintGrantId() }
    await foreignCity.api.permissions.saveGrant({ params, body: { content, reason, edition: 0 } })
    return params.grantId
  }
  const rule = { inForce: await theirRule(['channel.read']), proposed: await theirRule(['permission.read']) }
  const aLedger = async (content: LedgerContent) => {
    const ledgerId = mintLedgerId()
    const body = { content, measures: [], within: [world.places.north], edition: 0 }
    await worker.api.ledgers.save({ params: { ledgerId }, body })
    return ledgerId
  }
  const ledger = { ruled: await aLedger(residentsLedger), picked: await aLedger(byHandLedger) }
  await world.workOff()
  const importId = mintJobId()
  const sheet = await sheetOf(['姓名', '身份证号码'], [['何立冬', idNumber(400)]])
  const address = await worker.api.ledgers.newImport({
    params: { ledgerId: ledger.ruled, importId },
    body: { name: '居民.xlsx', type: sheetTypes[0], bytes: sheet.length },
  })
  await sendTo(address, Uint8Array.from(sheet))
  await worker.api.ledgers.readSheet({ params: { ledgerId: ledger.ruled, importId }, body: { fillDown: false } })
  await world.workOff()

  const taskId = mintTaskId()
  const body = { content: communityTask(), within: [world.places.north], edition: 0 }
  await worker.api.tasks.saveTask({ params: { taskId }, body })
  await worker.api.tasks.changeTask({ params: { taskId }, body: { action: 'dispatch', edition: 1 } })
  await world.workOff()
  const [taskItem] = (await worker.api.tasks.items({ params: { taskId }, query: {} })).items
  if (taskItem === undefined) throw new Error('the task has an item')

  const [district, secretary] = [await signedIn(people.district), await signedIn(people.secretary)]
  const sentDown = await dataSentDown(world, district.api, secretary.api)
  const provided = await sentDown.aProvision()
  const outside = '403 outside-territory'
  const toNorth = aNotice([world.places.north])
  const notice = {
    draft: await savedNotice(worker.api, toNorth),
    waiting: await sentNotice(worker.api, { ...toNorth, urgency: 'emergency' }),
    out: await sentNotice(worker.api, toNorth),
    list: mintJobId(),
  }
  await worker.api.channels.listUnread({ params: { noticeId: notice.out.id, jobId: notice.list } })
  await world.workOff()
  const beyond = '403 grant-beyond'
  const hidden = '404 not-found'
  const step = () => ({ key: mintStepKey() })
  const note = '请补充老人的用药情况'
  const operation = () => mintOperationId()
  const saved = (id: string, body: OrganisationBody): Sent => ({ params: { organisationId: id }, body })
  const moved = (more: Partial<OrganisationBody>) => saved(station, aStation({ edition: 1, ...more }))
  const recorded = (officialId: string, body: object): Sent => ({
    params: { officialId, operationId: operation() },
    body: { date: today(), reason, ...body },
  })
  const granted = (more: Partial<GrantContent>): Sent => ({
    params: { grantId: mintGrantId() },
    body: { content: aRule(more), reason, edition: 0 },
  })
  const atRequest = (more: object = {}): Sent => ({ params: { requestId: requestId }, body: { ...step(), ...more } })
  const atPlace = (more: Record<string, string> = {}, body?: object): Sent => ({
    params: { placeId: world.places.datong, ...more },
    ...(body === undefined ? {} : { body }),
  })
  const aRename = () => ({ kind: 'rename', date: today(), reason, name: '改名社区' })
  return {
    application,
    notice,
    pictured,
    step,
    mother,
    ledger,
    importId,
    task: {
      id: taskId,
      item: taskItem.id,
      by: (await secretary.api.permissions.me()).id,
      elsewhere: (await neighbour.api.permissions.me()).id,
    },
    sentDown,
    provided,
    aPost,
    today,
    reason,
    here,
    office,
    away,
    aRule,
    aStation,
    aGrid,
    tokens,
    post,
    official,
    station,
    channel,
    system,
    charge,
    grid,
    far,
    rule,
    outside,
    beyond,
    hidden,
    note,
    operation,
    saved,
    moved,
    recorded,
    granted,
    atRequest,
    atPlace,
    aRename,
    requestId,
    world,
  }
}
