import { randomUUID } from 'node:crypto'
import {
  type BodyOf,
  type Contract,
  type GrantContent,
  type MintBody,
  mintChannelId,
  mintChargeId,
  mintClientId,
  mintDataSetId,
  mintGrantId,
  mintGridId,
  mintJobId,
  mintLedgerId,
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
import { entityId } from '@zmht/shared/knowledge'
import type { LedgerContent } from '@zmht/shared/ledgers'
import { markOfList, privacyGuideline } from '@zmht/shared/rules'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { saveSeal } from '../../functions/platform/audit.store'
import { dayInChina, now } from '../../functions/platform/clock'
import { aPhoto, aSentPhoto, aSentTemplate, post, publishReport } from '../files'
import { byHandLedger, residentsLedger } from '../ledgers'
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
  const channelId = open.id
  const { service, answers } = await filledIn(owner, channelId)
  const submission = { version: service.version, home: service.home, answers, notify: false }
  const aRequest = async (): Promise<string> => {
    const requestId = mintRequestId()
    await owner.channels.submit({ params: { channelId, requestId }, body: submission })
    return requestId
  }
  const requestId = await aRequest()
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
  const aDraft = async () => worker.channels.create({ params: { channelId: mintChannelId() }, body: checkUp() })
  const aStep = () => ({ key: mintStepKey() })
  const note = '请补充老人的用药情况'
  const aClaimed = async () => {
    const id = await aRequest()
    await worker.channels.claim({ params: { requestId: id }, body: aStep() })
    return id
  }
  const aClosed = async () => {
    const id = await aClaimed()
    await worker.channels.conclude({ params: { requestId: id }, body: { ...aStep(), note } })
    return id
  }
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
    'channels.publish': once(async () => {
      const { id, edition } = await aDraft()
      return { params: { channelId: id }, body: { edition, reach: [north] } }
    }),
    'channels.close': once(async () => {
      const { id } = await publishCheckUp(worker, [north])
      const { edition } = await worker.channels.channel({ params: { channelId: id } })
      return { params: { channelId: id }, body: { edition } }
    }),
    'channels.channel': () => ({ params: { channelId } }),
    'channels.list': () => ({}),
    'channels.counts': () => ({ params: { channelId }, query: { place: north } }),
    'channels.statistics': () => ({ query: { place: north } }),
    'channels.requests': () => ({ params: { channelId } }),
    'channels.services': () => ({}),
    'channels.service': () => ({ params: { channelId } }),
    'channels.submit': (stranger) => ({
      params: { channelId, requestId: mintRequestId() },
      body: { ...submission, home: homeOf(stranger) },
    }),
    'channels.newFile': () => ({ body: aPhoto(10) }),
    'channels.file': () => ({ params: { fileId }, query: { request: withFile } }),
    'channels.myRequests': () => ({}),
    'channels.request': () => ({ params: { requestId } }),
    'channels.claim': once(async () => ({ params: { requestId: await aRequest() }, body: aStep() })),
    'channels.release': once(async () => ({ params: { requestId: await aClaimed() }, body: aStep() })),
    'channels.confirm': once(async () => ({ params: { requestId: await aRequest() }, body: aStep() })),
    'channels.return': once(async () => ({ params: { requestId: await aRequest() }, body: { ...aStep(), note } })),
    'channels.conclude': once(async () => ({ params: { requestId: await aClaimed() }, body: { ...aStep(), note } })),
    'channels.add': once(async () => ({ params: { requestId: await aRequest() }, body: { ...aStep(), note } })),
    'channels.withdraw': once(async () => ({ params: { requestId: await aRequest() }, body: aStep() })),
    'channels.rate': once(async () => ({ params: { requestId: await aClosed() }, body: { ...aStep(), stars: 5 } })),
  }
  return { channelId, requestId, entityId: mother.id, fileId, calls }
}
