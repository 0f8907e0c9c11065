import { randomUUID } from 'node:crypto'
import {
  type Api,
  type BodyOf,
  type Contract,
  type GrantContent,
  type HookContent,
  type MintBody,
  mintApplicationId,
  mintChannelId,
  mintChargeId,
  mintClientId,
  mintCommunityEntryId,
  mintDataSetId,
  mintGrantId,
  mintGridId,
  mintHookId,
  mintJobId,
  mintLedgerId,
  mintNoticeId,
  mintOfficialId,
  mintOperationId,
  mintOrganisationId,
  mintPostId,
  mintProposalId,
  mintProvisionId,
  mintRequestId,
  mintStepKey,
  mintTaskId,
  type OrganisationBody,
  type PersonnelBody,
  type TaskContent,
} from '@zmht/shared/contract'
import { sheetTypes } from '@zmht/shared/contract/ledger-sheets'
import type { PlaceId, PlacePath } from '@zmht/shared/geo'
import { entityId } from '@zmht/shared/knowledge'
import type { LedgerContent } from '@zmht/shared/ledgers'
import { markOfList, privacyGuideline } from '@zmht/shared/rules'
import { createRun } from '../../functions/applications/wire.store'
import { saveConsent } from '../../functions/channels/consent.store'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { saveSeal } from '../../functions/platform/audit.store'
import { dayInChina, now } from '../../functions/platform/clock'
import { openedApplication, savedApplication, settingsOf, shipped } from '../applications'
import { aPhoto, aSentPhoto, aSentTemplate, post, publishReport } from '../files'
import { byHandLedger, residentsLedger } from '../ledgers'
import { linkedService, publishLinked } from '../linked'
import { aNotice, comeOrNot, savedNotice, sentNotice } from '../notices'
import { clearing } from '../organisations'
import { anOrder, publishRouted, unclear } from '../outside'
import { officialPhones } from '../people'
import { dataSentDown } from '../provisions'
import { idNumber, sheetOf } from '../sheets'
import { communityTask, withPhoto } from '../tasks'
import { checkUp, filledIn, publishCheckUp, type World } from '../world'
import type { Stranger } from './strangers'

/** A call's content, all of it in order, so that a refusal is about the caller. */
export interface Content {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Route → what is sent. */
export type Calls = Readonly<Record<string, (stranger: Stranger) => Content | Promise<Content>>>

export interface Scene {
  readonly channelId: string
  readonly requestId: string
  readonly entityId: string
  readonly fileId: string
  readonly calls: Calls
}

/** Made for the first stranger who comes and the same for all: the only one who may change it comes last. */
function once(make: () => Promise<Content>): () => Promise<Content> {
  let made: Promise<Content> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The check-up with times, one of them booked by the owner. */
async function aBookedRequest(
  worker: Api,
  owner: Api,
  reach: readonly PlaceId[],
  submission: Parameters<Api['channels']['submit']>[0]['body'],
) {
  const body = {
    ...checkUp(),
    booking: { slots: ['am', 'pm'].map((id) => ({ id, label: id, capacity: 5 })), waiting: 0 },
  }
  const made = await worker.channels.create({ params: { channelId: mintChannelId() }, body })
  const params = { channelId: made.id, requestId: mintRequestId() }
  await worker.channels.publish({ params, body: { edition: made.edition, reach: [...reach] } })
  return owner.channels.submit({ params, body: { ...submission, version: 1, slot: 'am' } })
}

const aCleared = {
  applicant: [{ values: { name: '北里物业', extinguishers: 2 } }],
  handler: [{ values: { mobile: '19000009001' } }],
}

/** A service for organisations, and one the owner acts for. */
async function aServiceOfDelegates(worker: Api, owner: Api, north: PlaceId) {
  const facts = [{ attribute: 'organisation.name', value: '北里物业' }]
  const body = { key: mintStepKey(), kind: 'organisation' as const, place: north, facts, links: [] }
  const organisation = (await worker.ledgers.enter({ body })).entity.id
  const chargeId = mintChargeId()
  await owner.ledgers.askCharge({
    params: { chargeId },
    body: { entity: organisation, as: 'delegate', from: dayInChina(now()), reason: '经办人' },
  })
  await worker.ledgers.decideCharge({ params: { chargeId }, body: { edition: 1, accept: true, reason: '核对过' } })
  const made = await worker.channels.create({ params: { channelId: mintChannelId() }, body: clearing })
  await worker.channels.publish({
    params: { channelId: made.id },
    body: { edition: made.edition, reach: [north] },
  })
  return { params: { organisation, channelId: made.id }, answers: aCleared }
}

/** The check-up of 花家地北里 is open, 周惊蛰 has asked for it, and every call of the contract can be made. */
export async function setTheScene(
  world: World,
  tokens: Readonly<Record<Stranger, string | undefined>>,
): Promise<Scene> {
  const { north, west } = world.places
  const worker = world.as(tokens.worker)
  const owner = world.as(tokens.owner)
  const subdistrict = world.as(tokens.subdistrict)
  const open = await publishCheckUp(worker, [north])
  await saveConsent(
    {
      organisation: `o${north}`,
      channelId: open.id,
      part: 'partner',
      state: 'asked',
      title: '老年人健康体检',
      owner: { id: `o${idOfDivision('110105')}`, name: '朝阳区' },
      at: now(),
      by: 'system',
    },
    undefined,
  )
  const channelId = open.id
  const { service, answers } = await filledIn(owner, channelId)
  const submission = { version: service.version, home: service.home, answers, notify: false }
  const aPage = async (): Promise<string> => {
    const passes = [{ key: 'person.name' as const, purpose: '办借书证' }]
    const link = { kind: 'page' as const, name: '市图书馆', url: 'https://lib.example.cn/', passes }
    return (await publishLinked(worker, link, [north])).id
  }
  const aRequest = async (): Promise<string> => {
    const requestId = mintRequestId()
    await owner.channels.submit({ params: { channelId, requestId }, body: submission })
    return requestId
  }
  const requestId = await aRequest()
  const routedId = await publishRouted(worker, [north])
  const anAppeal = async (): Promise<string> => {
    const appealId = mintRequestId()
    await owner.channels.submit({
      params: { channelId: routedId, requestId: appealId },
      body: {
        version: 1,
        home: service.home,
        answers: { caller: [{ values: {} }], matter: [{ values: { q1: unclear.text } }] },
        notify: false,
      },
    })
    return appealId
  }
  const lead = await anAppeal()
  await worker.channels.joinCase({
    params: { requestId: lead },
    body: { key: mintStepKey(), requests: [await anAppeal()] },
  })
  const booked = await aBookedRequest(worker, owner, [north], submission)
  const aKey = mintStepKey()
  const withPhotos = await publishReport(worker, [north])
  const fileId = await aSentPhoto(owner)
  const withFile = mintRequestId()
  await owner.channels.submit({
    params: { channelId: withPhotos.id, requestId: withFile },
    body: {
      version: withPhotos.version,
      home: service.home,
      answers: { report: [{ values: { photos: [fileId] } }] },
      notify: false,
    },
  })
  await world.system.settle()
  const mother = (await owner.ledgers.mine()).family[0]
  if (mother === undefined) throw new Error('the resident has no family in the graph')
  const organisationId = `o${north}`
  const aLedger = async (content: LedgerContent) => {
    const ledgerId = mintLedgerId()
    await worker.ledgers.save({
      params: { ledgerId },
      body: { content, measures: [], within: [north], edition: 0 },
    })
    return ledgerId
  }
  const ruled = await aLedger(residentsLedger)
  const picked = await aLedger(byHandLedger)
  await world.workOff()
  const { id: application } = await openedApplication(worker, world.workOff, [north])
  const runId = '0'.repeat(24)
  await createRun({
    ...{ bundle: application, id: runId, at: now(), wire: 'none', says: '联动' },
    about: { kind: 'entity', id: mother.id, name: '' },
    ...{ path: '' as PlacePath, hops: 0, state: 'failed', attempts: 1, steps: [], version: 1 }, // where it happened matters to nobody here
  })
  let imported = 300
  /** An import of the worker's, as far as it is to have come: of one row in order and one that is not. */
  const aSheetImport = async (stage: 'waiting' | 'read' | 'checked' | 'done') => {
    const params = { ledgerId: ruled, importId: mintJobId() }
    const number = imported
    imported += 1
    const bytes = await sheetOf(
      ['姓名', '身份证号码', '现住址'],
      [
        ['何立冬', idNumber(number), ''],
        ['何小雪', '110105', ''],
      ],
    )
    const sent = { name: '居民.xlsx', type: sheetTypes[0], bytes: bytes.length }
    const address = await worker.ledgers.newImport({ params, body: sent })
    if (stage === 'waiting') return params
    await post(address, Uint8Array.from(bytes))
    await worker.ledgers.readSheet({ params, body: { fillDown: false } })
    await world.workOff()
    if (stage === 'read') return params
    await worker.ledgers.mapColumns({ params, body: await mapping(params) })
    await world.workOff()
    if (stage === 'checked') return params
    await worker.ledgers.startImport({ params, body: { how: 'valid-only' } })
    await world.workOff()
    return params
  }
  const mapping = async (params: { ledgerId: string; importId: string }) => {
    const { columns } = await worker.ledgers.sheetImport({ params })
    return { columns: columns.map(({ column, as }) => ({ column, as })), place: north, nearest: true }
  }
  const waiting = await aSheetImport('waiting')
  const checkedImport = await aSheetImport('checked')
  const anExport = { ledgerId: ruled, exportId: mintJobId() }
  await worker.ledgers.exportRows({ params: anExport, body: {} })
  await world.workOff()
  const aTask = { taskId: mintTaskId() }
  const taskDraft = { taskId: mintTaskId() }
  const taskBody = () => ({ content: communityTask(), within: [north], edition: 0 })
  for (const params of [aTask, taskDraft]) await worker.tasks.saveTask({ params, body: taskBody() })
  await worker.tasks.changeTask({ params: aTask, body: { action: 'dispatch', edition: 1 } })
  const answered = { taskId: mintTaskId() }
  await worker.tasks.saveTask({ params: answered, body: { ...taskBody(), content: withPhoto(communityTask()) } })
  await worker.tasks.changeTask({ params: answered, body: { action: 'dispatch', edition: 1 } })
  const listed = { taskId: mintTaskId() }
  const mark = markOfList('place', [north])
  const aboutList = { of: 'list', kind: 'place', parts: 1, count: 1, mark } as const
  await worker.tasks.saveTask({
    params: listed,
    body: { content: { ...communityTask(), about: aboutList }, within: [north], edition: 0 },
  })
  const told = { taskId: mintTaskId() }
  const template = await aSentTemplate(worker, [['{{地点}}']])
  await worker.tasks.saveTask({ params: told, body: taskBody() })
  await worker.tasks.attachSheet({ params: told, body: { file: template } })
  const aMeasure = { attribute: 'place.households', by: 'sum' }
  // A task of the tier above, which the community looks at first.
  const passing = { taskId: mintTaskId() }
  const content: TaskContent = { ...communityTask(), passes: ['community'] }
  await subdistrict.tasks.saveTask({ params: passing, body: { content, within: [north], edition: 0 } })
  await subdistrict.tasks.changeTask({ params: passing, body: { action: 'dispatch', edition: 1 } })
  await world.workOff()
  const [taskItem] = (await worker.tasks.items({ params: aTask, query: {} })).items
  if (taskItem === undefined) throw new Error('the task has an item')
  const anItem = { itemId: taskItem.id }
  const photoOfItem = await aSentPhoto(worker)
  const [answeredItem] = (await worker.tasks.items({ params: answered, query: {} })).items
  if (answeredItem === undefined) throw new Error('the task with a photo has an item')
  await worker.tasks.answerItem({
    params: { itemId: answeredItem.id, key: mintStepKey() },
    body: { answers: { home: [{ entity: entityId(answeredItem.subject), values: { scene: photoOfItem } }] } },
  })
  const aUnit = { ...passing, unitId: north }
  const unitKeys = { pass: mintStepKey(), report: mintStepKey(), urge: mintStepKey(), made: mintStepKey() }
  const aReport = { ...aTask, unitId: north, key: unitKeys.made }
  await worker.tasks.reportUnit({ params: aReport, body: {} })
  const itemKeys = {
    claim: mintStepKey(),
    cancel: mintStepKey(),
    transfer: mintStepKey(),
    own: mintStepKey(),
    shared: mintStepKey(),
  }
  const ofDelegates = await aServiceOfDelegates(worker, owner, north)
  const asOwner = await owner.permissions.me()
  const home = asOwner.kind === 'resident' ? asOwner.homes[0]?.placeId : undefined
  if (home === undefined) throw new Error('the owner has a home')
  const asked = { taskId: mintTaskId() }
  const askedContent = { ...communityTask(), about: { of: 'places', level: 'door' }, selfFill: 'checked' } as const
  await worker.tasks.saveTask({ params: asked, body: { content: askedContent, within: [home], edition: 0 } })
  await worker.tasks.changeTask({ params: asked, body: { action: 'dispatch', edition: 1 } })
  await world.workOff()
  const [ownItem] = (await owner.tasks.ownItems()).items
  if (ownItem === undefined) throw new Error('the owner is asked')
  const anOwnItem = { itemId: ownItem.id }
  const ownPhoto = await aSentPhoto(owner)
  const rowSearch = { ledgerId: ruled, searchId: mintJobId() }
  await worker.ledgers.startSearch({ params: rowSearch, body: { conditions: [] } })
  await world.workOff()
  const aSearch = { jobId: mintJobId() }
  await worker.ledgers.findDuplicates({ params: aSearch, body: { place: north, kind: 'organisation' } })
  await world.workOff()
  const known = async (name: string) => {
    const facts = [{ attribute: 'person.name', value: name }]
    const body = { key: mintStepKey(), kind: 'person' as const, place: north, facts, links: [] }
    return (await worker.ledgers.enter({ body })).entity.id
  }
  const joined = { entityId: await known('褚白露'), goneId: await known('褚寒露') }
  await worker.ledgers.tellDuplicate({
    params: { entityId: joined.goneId, otherId: joined.entityId },
    body: { key: mintStepKey(), outcome: 'same' },
  })
  const neighbour = await world.as(tokens.otherResident).permissions.me()
  const acting = await world.as(tokens.guardian).permissions.me()
  const homeOf = (stranger: Stranger) => {
    const own = stranger === 'otherResident' ? neighbour : stranger === 'guardian' ? acting : undefined
    return own?.kind === 'resident' ? (own.homes[0]?.placeId ?? service.home) : service.home
  }

  let proposed = 0
  const revision = (word: string) => {
    proposed += 1
    const attribute = {
      code: `person.${word}${proposed}`,
      of: 'person' as const,
      name: `${word}${proposed}`,
      type: 'text:20',
      many: false,
      sensitivity: 'internal' as const,
    }
    const prose = {
      english: word,
      definition: '用来说明修订怎样进行。',
      standard: 'own',
      form: '社区登记表',
      words: [],
    }
    return { title: word, reason: '办事要用', changes: [{ do: 'add-attribute' as const, attribute, prose }] }
  }
  const aProposal = async (word: string) => {
    const proposalId = mintProposalId()
    await worker.knowledge.propose({ params: { proposalId }, body: revision(word) })
    return proposalId
  }
  const noticePhoto = await aSentPhoto(worker)
  const anEntry = { kind: 'news', title: '义诊', text: '周六上午', photos: [noticePhoto] } as const
  const entryId = mintCommunityEntryId()
  const atEntry = { placeId: north, entryId }
  await worker.channels.saveCommunityEntry({
    params: atEntry,
    body: { edition: 0, content: { ...anEntry, photos: [noticePhoto] } },
  })
  const toNorth = aNotice([north], { questions: comeOrNot })
  const atNorth = await sentNotice(worker, {
    ...toNorth,
    files: [{ id: noticePhoto, kind: 'photo', name: '现场.jpg' }],
  })
  const unreadList = mintJobId()
  await worker.channels.listUnread({ params: { noticeId: atNorth.id, jobId: unreadList } })
  await world.workOff()
  const toldTo = (await owner.channels.openMessage({ params: { noticeId: atNorth.id } })).receivers[0]?.person ?? ''
  /** A fresh one for each who comes: whoever may change it leaves the next one theirs. */
  const aWaiting = () => sentNotice(worker, { ...toNorth, urgency: 'emergency' })
  const atNotice = ({ id, edition }: { readonly id: string; readonly edition: number }, more: object = {}) => ({
    params: { noticeId: id },
    body: { edition, ...more },
  })
  const aDraft = async () => worker.channels.create({ params: { channelId: mintChannelId() }, body: checkUp() })
  const aStep = () => ({ key: mintStepKey() })
  const note = '请补充老人的用药情况'
  // What the directory and permissions are asked and told, each time something new.
  const { id: workerId } = await worker.permissions.me()
  const workers = await subdistrict.permissions.organisation({ params: { organisationId } })
  const socialWorker = workers.posts.find(({ title }) => title === '社工')
  if (socialWorker === undefined) throw new Error('the community has its 社工')
  const anAppointment = (): PersonnelBody => ({
    kind: 'appoint',
    post: socialWorker.id,
    as: 'holder',
    date: dayInChina(now()),
    person: { name: '何立夏', phone: aPhone() },
    reason: '新聘',
  })
  const anOrganisation = (): OrganisationBody => ({
    name: `便民服务站${++stations}`,
    kind: 'institution',
    parent: organisationId,
    place: north,
    manages: [],
    edition: 0,
  })
  let stations = 0
  const aStation = async () => {
    const id = mintOrganisationId()
    await subdistrict.permissions.saveOrganisation({ params: { organisationId: id }, body: anOrganisation() })
    return id
  }
  const anImport = () => ({
    within: organisationId,
    date: dayInChina(now()),
    complete: false,
    rows: [{ row: 1, organisation: workers.name, post: '社工', name: '何立夏', phone: aPhone() }],
  })
  const aRule = (): GrantContent => ({
    // Held already: what is put in force here changes nothing for the other rows.
    name: '街道查看统计',
    effect: 'allow',
    subject: { organisations: [`o${idOfDivision('110105026')}`], roles: ['statistics-viewer'] },
    actions: ['statistics.read'],
    resource: { kinds: ['statistics'] },
    territory: 'own',
    fields: { open: 'full', internal: 'full', personal: 'none', sensitive: 'none' },
  })
  const district = world.as(tokens.district)
  const secretary = world.as((await world.signIn('gov', (await officialPhones()).secretary)).accessToken)
  const asSecretary = await secretary.permissions.me()
  const sentDown = await dataSentDown(world, district, secretary)
  const { dataSetId } = sentDown
  const provided = await sentDown.aProvision()
  const aSheetToSend = await sentDown.aSheet()
  /** Of their own places, for a post of their own: whoever asks. */
  const askingFor = async (stranger: Stranger) => {
    const own =
      tokens[stranger] === undefined
        ? undefined
        : await world
            .as(tokens[stranger])
            .permissions.me()
            .catch(() => undefined)
    const post = own?.kind === 'official' ? own.posts[0] : undefined
    const [place] = post?.territory ?? []
    return sentDown.asked(post === undefined || place === undefined ? {} : { posts: [post.id], places: [place.id] })
  }
  const keeper = world.as((await world.signIn('gov', (await officialPhones()).keeper)).accessToken)
  const aHook: HookContent = { url: 'https://hooks.example.cn/in', events: ['request.closed'] }
  const [system] = (await keeper.permissions.clients()).items.map(({ id }) => ({
    id,
    api: world.as(tokens.client),
  }))
  if (system === undefined) throw new Error('a system was let in')
  const routed = await publishRouted(worker, [north])
  await keeper.channels.takeOrders({ params: { clientId: system.id }, body: { channelId: routed, place: north } })
  const hookOfSystem = async () => {
    const { id } = await system.api.channels.saveHook({ params: { hookId: mintHookId() }, body: aHook })
    return id
  }
  const inForce = async (content = aRule()) =>
    keeper.permissions.saveGrant({
      params: { grantId: mintGrantId() },
      body: { content, reason: '统计需要', edition: 0 },
    })
  const about = { kind: 'request', place: north }
  const ours = { type: 'request', id: 'r1', properties: { place: north } }
  const subject = { type: 'official', id: workerId }
  const clientIn = async () =>
    (await keeper.permissions.makeClient({ params: { clientId: mintClientId() }, body: { name: '一网统管' } })).id
  const aCharge = async () => {
    const made = await owner.ledgers.askCharge({
      params: { chargeId: mintChargeId() },
      body: { entity: mother.id, as: 'carer', from: dayInChina(now()), reason: '母亲行动不便' },
    })
    return made.id
  }
  await saveSeal({ day: '2026-01-01', count: 0, digest: 'd', chain: 'c', sealedAt: now() })
  let phone = 19000007000
  const aPhone = () => String(phone++)
  const aWechatCode = () => `login-visitor-${randomUUID().replaceAll('-', '')}`
  const job = 'j-seed-110105026'

  const today = dayInChina(now())
  const gridId = mintGridId()
  const aGrid = { name: '南网格', within: north, places: [north], workers: [], from: today, edition: 0 }
  await subdistrict.permissions.saveGrid({ params: { gridId }, body: aGrid })
  const aBoundary: Pick<BodyOf<Contract['hierarchy']['setBoundary']>, 'crs' | 'geometry'> = {
    crs: 'gcj02',
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [116.46, 39.99],
          [116.47, 39.99],
          [116.47, 40],
          [116.46, 39.99],
        ],
      ],
    },
  }
  await subdistrict.hierarchy.setBoundary({ params: { placeId: north }, body: { ...aBoundary, version: 0 } })

  const roadJob = mintJobId()
  const aName = (kind: 'landmark' | 'road', name: string): MintBody => ({
    by: 'names',
    level: 'compound',
    kind,
    names: [name],
  })
  await subdistrict.hierarchy.mint({
    params: { placeId: north, jobId: roadJob },
    body: aName('road', '花家地街'),
  })
  await world.system.settle()
  const road = (await subdistrict.hierarchy.children({ params: { placeId: north }, query: {} })).items.find(
    ({ kind }) => kind === 'road',
  )
  if (road === undefined) throw new Error('the road was made')
  const aRename = (name: string) => ({ kind: 'rename', date: today, reason: '规范名称', name }) as const
  const operationId = mintOperationId()
  const atRoad = { placeId: road.id }
  await subdistrict.hierarchy.operate({ params: { ...atRoad, operationId }, body: aRename('花家地北街') })
  const dictionary = await subdistrict.hierarchy.dictionary({ params: { placeId: north } })
  let roads = 0

  const calls: Calls = {
    'hierarchy.roots': () => ({}),
    'hierarchy.byCode': () => ({ params: { code: '110105026047' } }),
    'hierarchy.place': () => ({ params: { placeId: north } }),
    'hierarchy.children': () => ({ params: { placeId: north } }),
    'hierarchy.subtree': () => ({ params: { placeId: north }, query: { level: 'door' } }),
    // A job that is done: asked for again it is the same job.
    'hierarchy.importProvince': () => ({ params: { jobId: job }, body: { province: '11' } }),
    'hierarchy.importProgress': () => ({ params: { jobId: job } }),

    'hierarchy.resolve': () => ({ query: { name: '花家地街' } }),
    'hierarchy.search': () => ({ query: { q: '花家地' } }),
    'hierarchy.parse': () => ({ body: { text: '花家地北里3号楼' } }),
    'hierarchy.mentions': () => ({ body: { text: '花家地北里的井盖坏了' } }),
    'hierarchy.dictionary': () => ({ params: { placeId: north } }),
    'hierarchy.dictionaryPart': () => ({ params: { placeId: north, version: dictionary.version, part: '0' } }),
    'hierarchy.counts': () => ({ params: { placeId: north } }),
    'hierarchy.history': () => ({ params: atRoad }),
    'hierarchy.consequences': () => ({ params: atRoad, body: aRename('花家地东街') }),
    'hierarchy.operate': () => ({
      params: { ...atRoad, operationId: mintOperationId() },
      body: aRename(`花家地${++roads}街`),
    }),
    'hierarchy.operation': () => ({ params: { ...atRoad, operationId } }),
    'hierarchy.previewMint': () => ({ params: { placeId: north }, body: aName('landmark', '望京新苑') }),
    'hierarchy.mint': () => ({
      params: { placeId: north, jobId: mintJobId() },
      body: aName('landmark', '望京新苑'),
    }),
    'hierarchy.mintProgress': () => ({ params: { placeId: north, jobId: roadJob } }),
    'hierarchy.segments': () => ({ params: atRoad }),
    'hierarchy.setSegments': async () => {
      const { version } = await subdistrict.hierarchy.segments({ params: atRoad })
      return { params: atRoad, body: { version, items: [{ place: north, from: 1, to: 9, side: 'both' }] } }
    },
    'hierarchy.at': () => ({ query: { longitude: '116.465', latitude: '39.995', crs: 'gcj02' } }),
    'hierarchy.boundary': () => ({ params: { placeId: north }, query: { crs: 'gcj02' } }),
    // The same boundary again is the same one.
    'hierarchy.setBoundary': () => ({ params: { placeId: north }, body: { ...aBoundary, version: 0 } }),
    'hierarchy.removeBoundary': () => ({ params: { placeId: north } }),
    'hierarchy.boundaries': () => ({ params: { placeId: north }, query: { crs: 'gcj02' } }),
    'hierarchy.overlaps': () => ({ params: { placeId: north }, query: { crs: 'gcj02' } }),

    'permissions.signInByWechat': () => ({ body: { app: 'resident', code: aWechatCode() } }),
    'permissions.sendPhoneCode': () => ({ body: { app: 'resident', phone: aPhone() } }),
    'permissions.signInByPhone': async () => {
      const fresh = aPhone()
      await world.as().permissions.sendPhoneCode({ body: { app: 'resident', phone: fresh } })
      const sent = (await (await fetch(`${world.wechat.url}/stand-in/sms?phone=${fresh}`)).json()) as { text: string }[] // the stand-in's outbox
      return { body: { app: 'resident', phone: fresh, code: /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] } }
    },
    'permissions.refreshSession': async () => {
      const { refreshToken } = await world
        .as()
        .permissions.signInByWechat({ body: { app: 'resident', code: aWechatCode() } })
      return { body: { refreshToken } }
    },
    'permissions.signOut': () => ({}),
    'permissions.wechatPhone': () => ({
      body: { app: 'resident', code: `phone-${aPhone()}-${randomUUID().replaceAll('-', '')}` },
    }),
    'permissions.me': () => ({}),
    'permissions.consent': () => ({ params: { guideline: privacyGuideline } }),
    'permissions.setHome': (stranger) => ({ params: { placeId: homeOf(stranger) }, body: { label: '常住' } }),
    'permissions.removeHome': (stranger) => ({ params: { placeId: stranger === 'owner' ? west : north } }),
    'permissions.organisation': () => ({ params: { organisationId } }),
    'permissions.organisationDuties': () => ({ params: { organisationId } }),
    'permissions.duties': () => ({ params: { placeId: north } }),
    'permissions.duty': () => ({ params: { placeId: north, duty: 'fire' } }),
    'permissions.setDuty': () => ({
      params: { placeId: north, duty: 'fire' },
      body: { organisation: organisationId, from: today, reason: '职责调整' },
    }),
    'permissions.endDuty': () => ({ params: { placeId: north, duty: 'fire' } }),
    'permissions.grids': () => ({ query: { within: north } }),
    'permissions.gridsAt': () => ({ params: { placeId: north } }),
    'permissions.gridCoverage': () => ({ params: { placeId: north } }),
    'permissions.grid': () => ({ params: { gridId } }),
    'permissions.saveGrid': () => ({ params: { gridId: mintGridId() }, body: aGrid }),
    // A grid that has ended stays ended.
    'permissions.endGrid': () => ({ params: { gridId } }),

    'permissions.directory': () => ({}),
    'permissions.searchDirectory': () => ({ query: { q: '社工' } }),
    'permissions.saveOrganisation': () => ({
      params: { organisationId: mintOrganisationId() },
      body: anOrganisation(),
    }),
    'permissions.savePost': () => ({
      params: { organisationId, postId: mintPostId() },
      body: {
        title: '网格员',
        catalogue: 'grid-worker',
        rank: 'worker',
        roles: ['service-worker'],
        tags: [],
        closed: false,
        edition: 0,
      },
    }),
    'permissions.mergeOrganisation': async () => ({
      params: { organisationId: await aStation(), operationId: mintOperationId() },
      body: { into: organisationId, date: dayInChina(now()), reason: '机构调整' },
    }),
    'permissions.organisationHistory': () => ({ params: { organisationId } }),
    'permissions.handover': () => ({ params: { organisationId } }),
    'permissions.saveHandover': async () => {
      const { edition } = await subdistrict.permissions.handover({ params: { organisationId } })
      return {
        params: { organisationId },
        body: { rules: { transfer: 'queue', leave: 'substitute', merger: 'successor' }, edition },
      }
    },
    'permissions.official': () => ({ params: { officialId: workerId } }),
    'permissions.personnel': () => ({
      params: { officialId: mintOfficialId(), operationId: mintOperationId() },
      body: anAppointment(),
    }),
    'permissions.postCatalogue': () => ({}),
    'permissions.saveCataloguePost': () => ({
      params: { code: `station-head-${++stations}` },
      body: { title: `站长${stations}`, aliases: [], rank: 'worker', roles: [], tags: [], edition: 0 },
    }),
    'permissions.previewDirectoryImport': () => ({ body: anImport() }),
    'permissions.importDirectory': async () => {
      const asked = anImport()
      const { digest } = await subdistrict.permissions.previewDirectoryImport({ body: asked })
      return { params: { jobId: mintJobId() }, body: { ...asked, digest } }
    },
    'permissions.directoryImport': once(async () => {
      const asked = anImport()
      const { digest } = await subdistrict.permissions.previewDirectoryImport({ body: asked })
      const jobId = mintJobId()
      await subdistrict.permissions.importDirectory({ params: { jobId }, body: { ...asked, digest } })
      return { params: { jobId } }
    }),
    'permissions.grants': () => ({}),
    'permissions.grant': () => ({ params: { grantId: 'standard-everyone' } }),
    'permissions.previewGrant': () => ({ params: { grantId: mintGrantId() }, body: { content: aRule() } }),
    'permissions.saveGrant': () => ({
      params: { grantId: mintGrantId() },
      body: { content: aRule(), reason: '统计需要', edition: 0 },
    }),
    'permissions.withdrawGrant': async () => {
      const { id, edition } = await inForce()
      return { params: { grantId: id }, body: { edition, reason: '试行结束' } }
    },
    'permissions.approveGrant': async () => {
      const { id, edition } = await inForce({ ...aRule(), actions: ['permission.read'] })
      return { params: { grantId: id }, body: { edition, accept: false, reason: '不需要' } }
    },
    'permissions.accessOfOfficial': () => ({ params: { officialId: workerId } }),
    'permissions.whoMay': () => ({ query: { ...about, action: 'request.read' } }),
    'permissions.accessTo': () => ({ query: about }),
    'permissions.accessOfOrganisation': () => ({ params: { organisationId } }),
    'permissions.why': () => ({ query: { ...about, action: 'request.read', official: workerId } }),
    'permissions.accessToken': async () => {
      const made = await keeper.permissions.makeClient({
        params: { clientId: mintClientId() },
        body: { name: '一网统管' },
      })
      return {
        body: { grant_type: 'client_credentials', client_id: made.id, client_secret: made.secret },
      }
    },
    'permissions.evaluation': () => ({ body: { subject, action: { name: 'request.read' }, resource: ours } }),
    'permissions.evaluations': () => ({
      body: { subject, action: { name: 'request.read' }, evaluations: [{ resource: ours }] },
    }),
    'permissions.searchSubject': () => ({
      body: { subject: { type: 'official' }, action: { name: 'request.read' }, resource: ours },
    }),
    'permissions.searchResource': () => ({
      body: { subject, action: { name: 'request.read' }, resource: { type: 'organisation' } },
    }),
    'permissions.searchAction': () => ({ body: { subject, resource: ours } }),
    'permissions.clients': () => ({}),
    'permissions.issuers': () => ({}),
    'permissions.saveIssuer': () => ({
      params: { issuerId: 'i0000000000000000app1' },
      body: {
        issuer: 'https://app.example.cn',
        name: '北京通',
        clientId: 'zhengmin',
        jwksUrl: 'https://app.example.cn/jwks',
        vouches: ['phone_number'],
        on: true,
      },
    }),
    'permissions.exchangeNonce': () => ({}),
    'permissions.exchangeToken': () => ({
      body: {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: 'not.a.token',
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      },
    }),
    'permissions.makeClient': () => ({ params: { clientId: mintClientId() }, body: { name: '一网统管' } }),
    'permissions.endClient': async () => ({ params: { clientId: await clientIn() } }),
    'permissions.looks': () => ({}),
    'permissions.auditOfOfficial': () => ({ params: { officialId: workerId } }),
    'permissions.auditSeals': () => ({}),
    'permissions.verifyAudit': () => ({ params: { day: '2026-01-01', jobId: mintJobId() } }),
    'ledgers.charges': () => ({}),
    'ledgers.askCharge': () => ({
      params: { chargeId: mintChargeId() },
      body: { entity: mother.id, as: 'guardian', from: dayInChina(now()), reason: '母亲行动不便' },
    }),
    'ledgers.endCharge': async () => ({
      params: { chargeId: await aCharge() },
      body: { edition: 1, reason: '不再需要' },
    }),
    'ledgers.askedCharges': () => ({}),
    'ledgers.decideCharge': async () => ({
      params: { chargeId: await aCharge() },
      body: { edition: 1, accept: true, reason: '已入户核实' },
    }),

    'knowledge.releases': () => ({}),
    'knowledge.prose': () => ({ query: { of: 'person' } }),
    'knowledge.uses': () => ({ query: { attribute: 'person.name' } }),
    'knowledge.proposals': () => ({ query: { state: 'proposed' } }),
    'knowledge.proposal': once(async () => ({ params: { proposalId: await aProposal('read') } })),
    'knowledge.propose': () => ({ params: { proposalId: mintProposalId() }, body: revision('said') }),
    'knowledge.check': () => ({ body: { changes: revision('checked').changes } }),
    'knowledge.review': async () => ({
      params: { proposalId: await aProposal('reviewed') },
      body: { key: mintStepKey(), accept: true },
    }),
    'knowledge.countFacts': () => ({ params: { jobId: mintJobId() } }),
    'knowledge.publish': once(async () => {
      const proposalId = await aProposal('published')
      const district = world.as(tokens.district)
      await district.knowledge.review({ params: { proposalId }, body: { key: mintStepKey(), accept: true } })
      const { version } = await district.knowledge.releases({ query: {} })
      return { body: { version, proposals: [proposalId], summary: '增加一个属性' } }
    }),
    'ledgers.mine': () => ({}),
    'ledgers.tell': () => ({
      body: { ...aStep(), facts: [{ attribute: 'person.email', value: 'zhou@example.com' }] },
    }),
    'ledgers.people': () => ({}),
    'ledgers.entity': () => ({ params: { entityId: mother.id } }),
    'ledgers.undecided': () => ({}),
    'ledgers.history': () => ({ params: { entityId: mother.id, attribute: 'person.name' } }),
    // Nothing waits there: it is left as it is.
    'ledgers.decide': () => ({
      params: { entityId: mother.id },
      body: { about: 'fact', ...aStep(), attribute: 'person.name', sourceId: requestId, outcome: 'reject' },
    }),
    'ledgers.list': () => ({}),
    'ledgers.ledger': () => ({ params: { ledgerId: ruled } }),
    'ledgers.save': () => ({
      params: { ledgerId: mintLedgerId() },
      body: { content: residentsLedger, measures: [], within: [north], edition: 0 },
    }),
    'ledgers.end': once(async () => ({ params: { ledgerId: await aLedger(residentsLedger) } })),
    'ledgers.rows': () => ({ params: { ledgerId: ruled }, query: { place: north } }),
    'ledgers.sifted': () => ({ params: { ledgerId: ruled }, body: { place: north, conditions: [] } }),
    'ledgers.mapped': () => ({ params: { ledgerId: ruled }, body: { place: north, conditions: [] } }),
    'ledgers.views': () => ({ params: { ledgerId: ruled } }),
    'ledgers.saveViews': () => ({ params: { ledgerId: ruled }, body: { views: [], edition: 0 } }),
    'ledgers.putIn': () => ({ params: { ledgerId: picked, entityId: mother.id } }),
    'ledgers.takeOut': () => ({ params: { ledgerId: picked, entityId: mother.id } }),
    'ledgers.measured': () => ({ params: { ledgerId: ruled, measureId: 'all' }, query: { place: north } }),
    'ledgers.previewMeasure': () => ({
      params: { ledgerId: ruled },
      body: { measure: { id: 'm1', name: '人数', filter: [], groups: [], fold: { by: 'count' } }, place: north },
    }),
    'ledgers.startSearch': () => ({ params: { ledgerId: ruled, searchId: mintJobId() }, body: { conditions: [] } }),
    'ledgers.foundRows': () => ({ params: rowSearch, query: {} }),
    'ledgers.search': () => ({ query: { words: '孙大雪' } }),
    'ledgers.enter': () => ({
      body: {
        ...aStep(),
        kind: 'person',
        place: north,
        facts: [{ attribute: 'person.name', value: '何立冬' }],
        links: [],
      },
    }),
    'ledgers.correct': () => ({
      params: { entityId: mother.id },
      body: { ...aStep(), facts: [{ attribute: 'person.bloodType', value: '1' }], links: [] },
    }),
    'ledgers.timeline': () => ({ params: { entityId: mother.id } }),
    'ledgers.graph': () => ({ params: { entityId: mother.id } }),
    'ledgers.answerable': () => ({ params: { entityId: mother.id } }),
    'ledgers.unanswered': () => ({ query: { what: 'none', kind: 'person', place: north } }),
    'ledgers.unansweredCounts': () => ({ query: { place: north } }),
    'ledgers.supervision': () => ({ params: { placeId: north } }),
    'ledgers.setSupervision': once(async () => {
      const { edition } = await world.as(tokens.worker).ledgers.supervision({ params: { placeId: north } })
      return { params: { placeId: north }, body: { rules: [], edition } }
    }),
    'ledgers.merges': () => ({ params: { entityId: mother.id } }),
    'ledgers.split': () => ({ params: joined, body: { ...aStep(), given: [] } }),
    'ledgers.duplicates': () => ({}),
    // One is one: it is left as it is.
    'ledgers.tellDuplicate': () => ({
      params: { entityId: mother.id, otherId: mother.id },
      body: { ...aStep(), outcome: 'same' },
    }),
    'ledgers.findDuplicates': () => ({ params: { jobId: mintJobId() }, body: { place: north, kind: 'organisation' } }),
    'ledgers.duplicateSearch': () => ({ params: aSearch }),
    'ledgers.freshness': () => ({ params: { ledgerId: ruled }, query: { place: north } }),
    'ledgers.dueRows': () => ({ params: { ledgerId: ruled }, query: { place: north } }),
    // What was said otherwise meanwhile is left as it is.
    'ledgers.confirm': () => ({
      params: { entityId: mother.id },
      body: { ...aStep(), facts: [{ attribute: 'person.mobile', at: '2020-01-01T00:00:00.000Z' }] },
    }),
    'ledgers.due': () => ({}),
    'ledgers.confirmMine': () => ({
      body: { ...aStep(), facts: [{ attribute: 'person.mobile', at: '2020-01-01T00:00:00.000Z' }] },
    }),
    'ledgers.edits': () => ({ params: { ledgerId: ruled } }),
    'ledgers.startEdit': once(async () => ({
      params: { ledgerId: ruled, importId: mintJobId() },
      body: { entities: [mother.id], facts: [{ attribute: 'person.bloodType', value: '1' }] },
    })),
    'ledgers.imports': () => ({ params: { ledgerId: ruled } }),
    'ledgers.newImport': () => ({
      params: { ledgerId: ruled, importId: mintJobId() },
      body: { name: '居民.xlsx', type: sheetTypes[0], bytes: 1000 },
    }),
    'ledgers.sheetImport': () => ({ params: waiting }),
    'ledgers.readSheet': () => ({ params: waiting, body: { fillDown: false } }),
    'ledgers.mapColumns': once(async () => {
      const params = await aSheetImport('read')
      return { params, body: await mapping(params) }
    }),
    'ledgers.importRows': () => ({ params: checkedImport, query: { what: 'first' } }),
    'ledgers.startImport': once(async () => ({ params: await aSheetImport('checked'), body: { how: 'valid-only' } })),
    'ledgers.cancelImport': once(async () => ({ params: await aSheetImport('waiting') })),
    'ledgers.undoImport': once(async () => ({ params: await aSheetImport('done') })),
    'ledgers.wrongSheet': () => ({ params: checkedImport }),
    'ledgers.exportRows': () => ({ params: { ledgerId: ruled, exportId: mintJobId() }, body: {} }),
    'ledgers.exportProgress': () => ({ params: anExport }),
    'ledgers.exportFile': () => ({ params: anExport }),
    'ledgers.dataSets': () => ({ query: { side: 'offered' } }),
    'ledgers.dataSet': () => ({ params: { dataSetId } }),
    'ledgers.offerDataSet': () => ({ params: { dataSetId: mintDataSetId() }, body: sentDown.offered() }),
    'ledgers.deliverSheet': () => ({
      params: { dataSetId: sentDown.sheetDataSetId, deliveryId: aSheetToSend },
    }),
    'ledgers.provisions': () => ({ query: { side: 'asked' } }),
    'ledgers.provision': () => ({ params: { provisionId: provided } }),
    'ledgers.askProvision': async (stranger) => ({
      params: { provisionId: mintProvisionId() },
      body: await askingFor(stranger),
    }),
    'ledgers.decideProvision': once(async () => ({
      params: { provisionId: await sentDown.anAsk() },
      body: sentDown.approval(),
    })),
    'ledgers.endProvision': async () => ({
      params: { provisionId: await sentDown.anAsk() },
      body: { edition: 1, reason: '不再需要' },
    }),
    'ledgers.provisionRows': () => ({ params: { provisionId: provided } }),
    'ledgers.choices': () => ({ query: { kind: 'organisation', words: '医院' } }),
    'ledgers.holdings': () => ({ query: { within: north, attributes: 'person.name' } }),

    'tasks.saveTask': () => ({ params: taskDraft, body: taskBody() }),
    'tasks.recogniseRows': () => ({
      params: taskDraft,
      body: { kind: 'organisation', within: [north], rows: ['北里便利店'] },
    }),
    'tasks.saveListPart': () => ({ params: { ...listed, part: '0' }, body: { entities: [north] } }),
    'tasks.givenItems': () => ({}),
    'tasks.givenTo': () => ({}),
    'tasks.shareItems': () => ({ body: { key: itemKeys.shared, items: [taskItem.id] } }),
    'tasks.changeTask': () => ({ params: taskDraft, body: { action: 'dispatch', edition: 1 } }),
    'tasks.amendTask': () => {
      const { basis, due, form } = communityTask()
      return { params: { ...aTask, edition: '3' }, body: { basis, due, form, more: [] } }
    },
    'tasks.previewTask': () => ({ params: aTask }),
    'tasks.task': () => ({ params: aTask }),
    'tasks.tasksAt': () => ({}),
    'tasks.taskCounts': () => ({ params: aTask, query: { place: north } }),
    'tasks.items': () => ({ params: aTask }),
    'tasks.item': () => ({ params: anItem }),
    'tasks.answerItem': () => ({
      params: { ...anItem, key: mintStepKey() },
      body: { answers: { home: [{ entity: taskItem.subject, values: {} }] } },
    }),
    'tasks.itemFile': () => ({ params: { itemId: answeredItem.id, fileId: photoOfItem } }),
    'tasks.moveItem': () => ({ params: anItem, body: { key: itemKeys.claim, action: 'claim' } }),
    'tasks.pack': () => ({ params: aTask }),
    'tasks.colleagues': () => ({ params: anItem }),
    'tasks.handOver': () => ({ params: anOwnItem, body: { key: itemKeys.transfer, to: asSecretary.id } }),
    'tasks.heldItems': () => ({}),
    'tasks.itemsAbout': () => ({ params: { entityId: home } }),
    'tasks.itemsToRule': () => ({}),
    'tasks.ownItems': () => ({}),
    'tasks.ownItem': () => ({ params: anOwnItem }),
    'tasks.ownItemFile': () => ({ params: { ...anOwnItem, fileId: ownPhoto } }),
    'tasks.answerOwnItem': () => ({
      params: { ...anOwnItem, key: itemKeys.own },
      body: { answers: { home: [{ entity: home, values: { households: 1 } }] } },
    }),
    'tasks.givenBack': () => ({ params: aTask }),
    'tasks.returnItems': () => ({
      params: aTask,
      body: { key: itemKeys.cancel, action: 'cancel', items: [taskItem.id], note: '不在范围内' },
    }),
    'tasks.units': () => ({ params: passing, query: { place: north } }),
    'tasks.unit': () => ({ params: aUnit }),
    'tasks.unitContact': () => ({ params: aUnit }),
    'tasks.passUnit': () => ({ params: aUnit, body: { key: unitKeys.pass } }),
    'tasks.urgeUnit': () => ({ params: aUnit, body: { key: unitKeys.urge, note: '请尽快办完' } }),
    'tasks.reportUnit': () => ({ params: { ...aUnit, key: unitKeys.report }, body: {} }),
    'tasks.unitReport': () => ({ params: aReport }),
    'tasks.taskMeasures': () => ({ params: aTask, query: { place: north } }),
    'tasks.keptMeasures': () => ({}),
    'tasks.keepMeasure': () => ({ params: aMeasure, body: { title: '户数' } }),
    'tasks.dropMeasure': () => ({ params: aMeasure }),
    'tasks.comparedMeasure': () => ({ params: aMeasure }),
    'tasks.taskSheet': () => ({ params: told }),
    'tasks.attachSheet': () => ({ params: told, body: { file: template } }),
    // Taken away it stays away.
    'tasks.detachSheet': () => ({ params: aTask }),
    'tasks.exportTask': () => ({ params: aTask, body: { place: north, shape: 'plain' } }),
    'tasks.work': () => ({}),
    'tasks.myWork': () => ({}),

    'channels.create': () => ({ params: { channelId: mintChannelId() }, body: checkUp() }),
    'channels.revise': once(async () => {
      const { id, edition } = await aDraft()
      return { params: { channelId: id }, body: { edition, content: { ...checkUp(), promisedDays: 5 } } }
    }),
    'applications.saveApplication': () => ({
      params: { applicationId: mintApplicationId() },
      body: { edition: 0, content: shipped('appeal'), settings: settingsOf([north]) },
    }),
    'applications.changeApplication': once(async () => {
      const { id, edition } = await savedApplication(worker, [north])
      return { params: { applicationId: id }, body: { action: 'open', edition } }
    }),
    'applications.application': () => ({ params: { applicationId: application } }),
    'applications.applications': () => ({}),
    'applications.applicationVersion': () => ({ params: { applicationId: application, number: '1' } }),
    'applications.applicationFile': () => ({ params: { applicationId: application } }),
    'applications.readApplicationFile': once(async () => ({
      body: { text: (await worker.applications.applicationFile({ params: { applicationId: application } })).text },
    })),
    'applications.runs': () => ({ params: { applicationId: application }, query: {} }),
    'applications.retryRun': () => ({ params: { applicationId: application, runId }, body: { attempts: 1 } }),
    'channels.publish': once(async () => {
      const { id, edition } = await aDraft()
      return { params: { channelId: id }, body: { edition, reach: [north] } }
    }),
    'channels.close': once(async () => {
      const { id } = await publishCheckUp(worker, [north])
      const { edition } = await worker.channels.channel({ params: { channelId: id } })
      return { params: { channelId: id }, body: { edition } }
    }),
    'channels.pause': once(async () => {
      const { id } = await publishCheckUp(worker, [north])
      const { edition } = await worker.channels.channel({ params: { channelId: id } })
      return { params: { channelId: id }, body: { edition } }
    }),
    'channels.resume': once(async () => {
      const { id } = await publishCheckUp(worker, [north])
      const params = { channelId: id }
      const { edition } = await worker.channels.channel({ params })
      const paused = await worker.channels.pause({ params, body: { edition } })
      return { params, body: { edition: paused.edition } }
    }),
    'channels.linkState': () => ({ params: { channelId } }),
    'channels.renewLinkSecret': once(async () => {
      const body = linkedService({ kind: 'endpoint', name: '供水集团', url: 'https://in.example.cn/' })
      const { id } = await worker.channels.create({ params: { channelId: mintChannelId() }, body })
      return { params: { channelId: id } }
    }),
    'channels.visitLinked': async () => ({ params: { channelId: await aPage() }, body: {} }),
    'channels.linkConsents': () => ({}),
    'channels.withdrawLinkConsent': async () => {
      const id = await aPage()
      await owner.channels.visitLinked({ params: { channelId: id }, body: { pass: true } })
      return { params: { channelId: id } }
    },
    'channels.linkKeys': () => ({}),
    'channels.answerLinked': () => ({ params: { channelId, requestId }, body: { state: 'taken' } }),
    'channels.clone': () => ({ params: { channelId }, body: { id: mintChannelId() } }),
    'channels.sharedChannels': () => ({}),
    'channels.slotsLeft': () => ({ params: { channelId } }),
    'channels.channelSlots': () => ({ params: { channelId } }),
    'channels.rebook': () => ({ params: { requestId: booked.id }, body: { key: aKey, slot: 'pm' } }),
    'channels.channel': () => ({ params: { channelId } }),
    'channels.list': () => ({}),
    'channels.counts': () => ({ params: { channelId }, query: { place: north } }),
    'channels.burden': () => ({ params: { channelId }, query: { place: north } }),
    'channels.statistics': () => ({ query: { place: north } }),
    'overview.board': () => ({ query: { place: north } }),
    'overview.mark': () => ({ query: { place: north } }),
    'overview.course': () => ({ query: { place: north, measure: 'open' } }),
    'overview.late': () => ({ query: { place: north } }),
    'overview.responsible': () => ({ query: { place: north } }),
    'overview.burdenAt': () => ({ query: { place: north } }),
    'overview.sendWords': once(async () => {
      const { people } = await world.as(tokens.worker).overview.responsible({ query: { place: north } })
      const about = { title: '社区', place: north }
      return { params: { key: aStep().key }, body: { to: people[0]?.id ?? '', text: '请今天办结', about } }
    }),
    'overview.ownWords': () => ({}),
    'overview.readWords': () => ({ params: { key: 'nothing' } }),
    'overview.chooseMeasures': () => ({ body: { measures: ['open', 'late'] } }),
    'overview.digest': () => ({}),
    'overview.switchDigest': () => ({ body: { place: north, on: false } }),
    'channels.requests': () => ({ params: { channelId } }),
    'channels.services': () => ({}),
    'channels.service': () => ({ params: { channelId } }),
    'channels.submit': (stranger) => ({
      params: { channelId, requestId: mintRequestId() },
      body: { ...submission, home: homeOf(stranger) },
    }),
    'channels.organisationServices': () => ({}),
    'channels.organisationService': () => ({ params: ofDelegates.params }),
    'channels.submitForOrganisation': () => ({
      params: { ...ofDelegates.params, requestId: mintRequestId() },
      body: { version: 1, answers: ofDelegates.answers, notify: false },
    }),
    'channels.organisationRequests': () => ({ params: { organisation: ofDelegates.params.organisation } }),
    'channels.newFile': () => ({ body: aPhoto(10) }),
    'channels.file': () => ({ params: { fileId }, query: { request: withFile } }),
    'channels.vouchForPicture': () => ({
      params: { fileId },
      body: { request: withFile, state: 'unchecked', reason: '看过，没有不适合公开的' },
    }),
    'channels.pictureChecks': () => ({}),
    'channels.readAppeal': () => ({ body: { text: '花家地北里3号楼的电梯坏了' } }),
    'channels.proposeRouting': () => ({ body: { text: '花家地北里3号楼的电梯坏了', place: north } }),
    'channels.myRequests': () => ({}),
    'channels.request': () => ({ params: { requestId } }),
    'channels.wholeRequest': () => ({ params: { requestId }, query: { purpose: '核对申请资料' } }),
    'channels.requestProposal': () => ({ params: { requestId } }),
    'channels.keptAnswer': () => ({ params: { requestId } }),
    'channels.publishAnswer': () => ({
      params: { requestId },
      body: { question: '要带什么', answer: '身份证', edition: 0 },
    }),
    'channels.withdrawAnswer': () => ({ params: { requestId } }),
    'channels.publicAnswers': () => ({ params: { channelId } }),
    'channels.openHere': () => ({ query: { place: north } }),
    'channels.openGiven': () => ({ query: { place: north } }),
    'channels.desk': () => ({}),
    'channels.overseen': () => ({}),
    'channels.likeRequests': () => ({ params: { requestId } }),
    'channels.requestCase': () => ({ params: { requestId: lead } }),
    'channels.joinCase': once(async () => ({
      params: { requestId: lead },
      body: { ...aStep(), requests: [await anAppeal()] },
    })),
    'channels.leaveCase': once(async () => {
      const one = await anAppeal()
      await worker.channels.joinCase({ params: { requestId: lead }, body: { ...aStep(), requests: [one] } })
      return { params: { requestId: one }, body: aStep() }
    }),
    'channels.handOut': once(async () => {
      const one = await anAppeal()
      await worker.channels.step({ params: { requestId: one }, body: { ...aStep(), action: 'claim' } })
      return {
        params: { requestId: one },
        body: { ...aStep(), task: mintTaskId(), what: '去看看', due: '2030-01-01' },
      }
    }),
    'channels.errands': () => ({ params: { requestId: lead } }),
    'channels.errandTakers': () => ({ params: { requestId: lead } }),
    'channels.likeAppeals': (stranger) => ({
      body: { text: '花家地北里3号楼的电梯坏了', home: homeOf(stranger) },
    }),
    'channels.behalfServices': () => ({ query: { place: north } }),
    'channels.behalfForm': () => ({ params: { channelId }, query: { place: north } }),
    'channels.submitOnBehalf': () => ({
      params: { channelId, requestId: mintRequestId() },
      body: {
        version: submission.version,
        way: 'counter',
        home: north,
        person: String(submission.answers.applicant?.[0]?.entity),
        answers: submission.answers,
      },
    }),
    'channels.consents': () => ({}),
    'channels.consent': () => ({ params: { channelId }, body: { organisation: `o${north}`, agree: true } }),
    'channels.step': once(async () => ({
      params: { requestId: await aRequest() },
      body: { action: 'claim', ...aStep() },
    })),
    'channels.steps': once(async () => ({ body: { action: 'claim', ...aStep(), requests: [await aRequest()] } })),
    'channels.ownStep': once(async () => ({
      params: { requestId: await aRequest() },
      body: { action: 'add', ...aStep(), note },
    })),
    'channels.communityPages': () => ({ query: { home } }),
    'channels.communityEntry': () => ({ params: atEntry }),
    'channels.communityFile': () => ({ params: { ...atEntry, fileId: noticePhoto } }),
    'channels.keptCommunityPage': () => ({ params: { placeId: north } }),
    'channels.saveCommunityEntry': () => ({
      params: { placeId: north, entryId: mintCommunityEntryId() },
      body: { edition: 0, content: { ...anEntry, photos: [] } },
    }),
    'channels.withdrawCommunityEntry': async () => {
      const params = { placeId: north, entryId: mintCommunityEntryId() }
      await worker.channels.saveCommunityEntry({ params, body: { edition: 0, content: { ...anEntry, photos: [] } } })
      return { params, body: { edition: 1, withdrawn: true } }
    },
    'channels.orderCommunityPage': () => ({ params: { placeId: north }, body: { order: [] } }),
    'channels.notices': () => ({}),
    'channels.awaitingNotices': () => ({}),
    'channels.fenceReach': () => ({ body: { fence: toNorth.fence, urgency: 'routine' } }),
    'channels.saveNotice': () => ({ params: { noticeId: mintNoticeId() }, body: { edition: 0, content: toNorth } }),
    'channels.notice': () => ({ params: { noticeId: atNorth.id } }),
    'channels.publishNotice': async () => atNotice(await savedNotice(worker, toNorth)),
    'channels.judgeNotice': async () => atNotice(await aWaiting(), { verdict: 'approve' }),
    'channels.callOffNotice': async () => atNotice(await aWaiting()),
    'channels.correctNotice': async () =>
      atNotice(await sentNotice(worker, toNorth), { note: '更正', body: { title: '停水', text: '改期', files: [] } }),
    'channels.withdrawNotice': async () => atNotice(await sentNotice(worker, toNorth), { reason: '取消了' }),
    'channels.noticeFile': () => ({ params: { noticeId: atNorth.id, fileId: noticePhoto } }),
    'channels.noticeNumbers': () => ({ params: { noticeId: atNorth.id }, query: { place: north } }),
    'channels.noticeReceipts': () => ({ params: { noticeId: atNorth.id }, query: { place: north } }),
    'channels.listUnread': () => ({ params: { noticeId: atNorth.id, jobId: mintJobId() } }),
    'channels.unread': () => ({ params: { noticeId: atNorth.id, jobId: unreadList } }),
    'channels.resendNotice': () => ({
      params: { noticeId: atNorth.id, jobId: mintJobId() },
      body: { unread: unreadList },
    }),
    'channels.visitUnread': () => ({
      params: { noticeId: atNorth.id, taskId: mintTaskId() },
      body: { unread: unreadList, place: north, due: '2099-12-31' },
    }),
    'channels.messages': () => ({}),
    'channels.openMessage': () => ({ params: { noticeId: atNorth.id } }),
    'channels.answerMessage': () => ({
      params: { noticeId: atNorth.id, person: toldTo },
      body: { answers: { come: 'yes' } },
    }),
    'channels.messageFile': () => ({ params: { noticeId: atNorth.id, fileId: noticePhoto } }),
    'channels.news': () => ({ params: { placeId: north } }),
    'channels.hooks': () => ({}),
    'channels.saveHook': () => ({ params: { hookId: mintHookId() }, body: aHook }),
    'channels.rotateHook': async () => ({ params: { hookId: await hookOfSystem() } }),
    'channels.replayHook': async () => ({ params: { hookId: await hookOfSystem() }, body: { since: now() } }),
    'channels.clientHooks': () => ({ params: { clientId: system.id } }),
    'channels.keepHook': () => ({ params: { clientId: system.id, hookId: mintHookId() }, body: aHook }),
    'channels.takeOrders': () => ({
      params: { clientId: system.id },
      body: { channelId: routed, place: north },
    }),
    'channels.connection': () => ({ params: { clientId: system.id } }),
    'channels.orderServices': () => ({ params: { clientId: system.id }, query: { place: north } }),
    'channels.renewHookSecret': async () => ({ params: { clientId: system.id, hookId: await hookOfSystem() } }),
    'channels.resendHook': async () => ({
      params: { clientId: system.id, hookId: await hookOfSystem() },
      body: { since: now() },
    }),
    'channels.makeOpen311Key': () => ({ params: { clientId: system.id } }),
    'channels.endOpen311Keys': () => ({ params: { clientId: system.id } }),
    'channels.openServices': () => ({}),
    'channels.openToSystems': () => ({ params: { channelId: routed }, body: { offered: true } }),
    'channels.corrections': () => ({ query: { place: north } }),
    'overview.found': () => ({ query: { words: '孙大雪' } }),
    'overview.home': () => ({}),
    'overview.seeNews': () => ({ body: { keys: [`request/${requestId}`] } }),
    'overview.arrangeMyHome': () => ({ body: { sections: [], hidden: [] } }),
    'overview.rolePages': () => ({ params: { organisationId: `o${north}` } }),
    'overview.arrangeRole': () => ({
      params: { organisationId: `o${north}`, role: 'service-worker' },
      body: { sections: ['news', 'waiting', 'tasks', 'numbers', 'keeping', 'tools'], tools: [] },
    }),
    'channels.putOrder': () => ({ params: { orderId: 'S-1' }, body: anOrder() }),
    'channels.order': async () => {
      await system.api.channels.putOrder({ params: { orderId: 'S-2' }, body: anOrder() })
      return { params: { orderId: 'S-2' } }
    },
  }
  return { channelId, requestId, entityId: mother.id, fileId, calls }
}
