import { createHash } from 'node:crypto'
import type { ChannelContent } from '@zmht/shared/contract'
import { initialsOf, type Level, levels, lineageOf, type PlaceId, pathOf, placeIdFrom } from '@zmht/shared/geo'
import { baseKnowledge, entityId } from '@zmht/shared/knowledge'
import { basePostCatalogue, type Duty, type OrganisationKind, type Rank, type Role } from '@zmht/shared/permission'
import { privacyGuideline } from '@zmht/shared/rules'
import { channelTemplate } from '@zmht/shared/templates'
import { idOfDivision } from '../hierarchy/divisions'
import { importKind, importStep } from '../hierarchy/import'
import { childrenOf, placeFacts } from '../hierarchy/index'
import { markParent, type Place, readPlace, writePlaces } from '../hierarchy/place.store'
import { writeProse } from '../knowledge/write-prose'
import { applyToGraph, residentAuthority } from '../ledgers/apply'
import { createAccount, readLogin, saveStanding } from '../permissions/account.store'
import { phoneIndexOf } from '../permissions/by-phone'
import { holdersOn, postsOf, saveOfficial, savePost } from '../permissions/directory.store'
import { personOf } from '../permissions/domain/accounts'
import { readDuties, saveDuties, type Timelines } from '../permissions/duty.store'
import { saveGrid } from '../permissions/grid.store'
import { saveOrganisation } from '../permissions/organisation.store'
import { compileStanding, phoneContext } from '../permissions/standing'
import { forgetEverything } from '../platform/cache'
import { base32, seal } from '../platform/cipher'
import { dayInChina, now } from '../platform/clock'
import { createJob } from '../platform/job.store'
import { runStep } from '../platform/jobs'
import { useQueues } from '../platform/stream/queue'
import { inventedName, inventedPhone, pilots, residents } from './demonstration'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const idFrom = (prefix: string, text: string): string => prefix + base32(digest(text)).slice(0, 20)
const organisationIdOf = (place: PlaceId): string => `o${place}`

type Tell = (message: string) => void

/** The published divisions of a province or city, through the same job the officials start. */
export async function seedDivisions(within: string, tell: Tell): Promise<void> {
  // What the import asks for waits in the table until the system is started.
  useQueues({ send: async () => undefined, sendJob: async () => undefined })
  const id = `j-seed-${within}`
  await createJob({ id, kind: importKind, input: { province: within.slice(0, 2), within }, by: 'system', message: '' })
  let step = 0
  while ((await runStep({ [importKind]: importStep }, id)) !== undefined)
    tell(`  正在导入${within === '11' ? '北京' : '大同'}的行政区划，第 ${++step} 批…`)
}

interface DemonstrationPost {
  readonly title: string
  readonly rank: Rank
  readonly roles: readonly Role[]
  readonly catalogue: string
}

/** A post as the catalogue has it, with further roles. */
function postNamed(code: string, more: readonly Role[] = []): DemonstrationPost {
  const entry = basePostCatalogue.find((one) => one.code === code)
  if (entry === undefined) throw new Error(`the catalogue of posts has no ${code}`)
  return { title: entry.title, rank: entry.rank, roles: [...entry.roles, ...more], catalogue: code }
}

/** Organisations from the city to the communities of the pilot places, each with posts and invented officials. @returns how many officials. */
export async function seedDirectory(cityCode: string): Promise<{ organisations: number; officials: number }> {
  const pilot = pilots.find(({ city }) => city === cityCode)
  if (pilot === undefined) return { organisations: 0, officials: 0 }
  let number = cityCode === '11' ? 1000 : 5000
  let organisations = 0
  let officials = 0
  const make = async (
    place: PlaceId,
    parent: PlaceId | undefined,
    name: string,
    kind: OrganisationKind,
    posts: readonly DemonstrationPost[],
  ) => {
    await saveOrganisation({
      id: organisationIdOf(place),
      name,
      kind,
      ...(parent === undefined ? {} : { parentId: organisationIdOf(parent) }),
      manages: [place],
      version: 1,
    })
    organisations += 1
    for (const post of posts) {
      number += 1
      await makeOfficial(organisationIdOf(place), post, number)
      officials += 1
    }
  }
  const city = idOfDivision(pilot.city)
  const district = idOfDivision(pilot.district)
  const subdistrict = idOfDivision(pilot.subdistrict)
  const nameOf = async (id: PlaceId) => (await placeFacts(id)).name
  await make(city, undefined, `${await nameOf(city)}人民政府`, 'government', [
    postNamed('city-coordinator', ['permission-keeper', 'directory-keeper']),
  ])
  // Who keeps permissions, who watches over it, who sends out tasks: never one person.
  for (const { catalogue, official } of pilot.beside) {
    await makeOfficial(organisationIdOf(city), postNamed(catalogue), official)
    officials += 1
  }
  await giveDuties(city, ['territory'])
  await make(district, city, `${await nameOf(district)}人民政府`, 'government', [
    postNamed('district-coordinator', ['directory-keeper']),
  ])
  await giveDuties(district, ['territory', 'civil-affairs'])
  await make(subdistrict, district, `${await nameOf(subdistrict)}办事处`, 'government', [
    postNamed('subdistrict-livelihood', ['directory-keeper']),
  ])
  await giveDuties(subdistrict, ['territory', 'public-order', 'fire', 'appearance', 'market', 'flood-control'])
  for (const community of await childrenOf(subdistrict)) {
    await make(community.id, subdistrict, community.name, 'committee', [
      postNamed('community-secretary'),
      postNamed('social-worker'),
    ])
    await giveDuties(community.id, ['territory'])
  }
  const districtName = await nameOf(district)
  for (const { name, duties, official } of pilot.departments) {
    const id = idFrom('o', `department/${pilot.district}/${name}`)
    await saveOrganisation({
      id,
      name: `${districtName}${name}`,
      kind: 'government',
      parentId: organisationIdOf(district),
      phone: inventedPhone(official + 4000),
      manages: [],
      version: 1,
    })
    await makeOfficial(id, postNamed('department-handler'), official)
    await giveDuties(district, duties, id)
  }
  for (const { name, kind, place, official } of pilot.institutions) {
    const id = idFrom('o', `enterprise/${name}`)
    await saveOrganisation({
      id,
      name,
      kind,
      parentId: organisationIdOf(subdistrict),
      supervisorId: organisationIdOf(subdistrict),
      place: idOfDivision(place),
      manages: [],
      version: 1,
    })
    await makeOfficial(id, postNamed('institution-contact'), official)
  }
  const more = pilot.departments.length + pilot.institutions.length
  return { organisations: organisations + more, officials: officials + more }
}

/** Since when everything of the demonstration holds. */
const demonstrationSince = '2024-01-01'

/** Who is answerable at a place from then on: the organisation of the place, or another. What is held there already stays. */
async function giveDuties(
  place: PlaceId,
  given: readonly Duty[],
  organisation: string = organisationIdOf(place),
): Promise<void> {
  const holding = { organisation, from: demonstrationSince }
  const before = (await readDuties([place], true)).get(place)
  let timelines: Timelines = before?.timelines ?? {}
  for (const [at, duty] of given.entries()) {
    timelines = { ...timelines, [duty]: [holding] }
    await saveDuties({
      place,
      duty,
      timelines,
      seen: (before?.version ?? 0) + at,
      begun: [holding],
      ended: [],
      reason: '演示数据',
      at: now(),
      by: 'system',
    })
  }
}

/** 1号楼 and 2号楼 of 花家地北里 are a grid, with the community's 社工. */
async function seedGrid(community: PlaceId, compound: string): Promise<void> {
  const post = (await postsOf(organisationIdOf(community))).find(({ title }) => title === '社工')
  const worker = post === undefined ? undefined : holdersOn(post, dayInChina(now()))[0]
  if (worker === undefined) return
  await saveGrid({
    before: undefined,
    placesBefore: [],
    after: {
      id: idFrom('g', `grid/${community}`),
      name: '第一网格',
      within: community,
      workers: [{ official: worker, from: demonstrationSince, substitute: false }],
      from: demonstrationSince,
      edition: 1,
      by: 'system',
    },
    places: [await doorOf(community, [compound, '1号楼']), await doorOf(community, [compound, '2号楼'])],
  })
}

async function makeOfficial(organisationId: string, post: DemonstrationPost, number: number): Promise<void> {
  const phone = inventedPhone(number)
  const official = idFrom('a', `official/${number}`)
  const postId = idFrom('p', `post/${organisationId}/${post.title}`)
  const from = demonstrationSince
  await savePost({
    ...post,
    id: postId,
    organisationId,
    tags: [],
    closed: false,
    holders: [{ official, as: 'holder', from }],
    edition: 1,
    version: 1,
  })
  await saveOfficial({
    id: official,
    name: inventedName(number),
    phone: await seal(phone, phoneContext(official)),
    phoneIndex: await phoneIndexOf(phone),
    holdings: [{ post: postId, as: 'holder', from }],
    absences: [],
    version: 1,
  })
  const standing = await compileStanding(official, undefined)
  if (standing !== undefined) await saveStanding(standing)
}

/** Compound, buildings, units and doors below a community, made up. Made again, they are the same. */
export async function seedDoors(community: PlaceId, compound: string): Promise<void> {
  const parent = await readPlace(community)
  if (parent === undefined) return
  const places: Place[] = []
  const add = (above: Place, name: string, level: Level, order: number): Place => {
    const id = placeIdFrom(digest(`demonstration/${above.id}/${name}`))
    const place: Place = {
      id,
      name,
      level,
      kind: level === 'compound' ? 'landmark' : 'division',
      hasChildren: level !== 'door',
      parentId: above.id,
      path: pathOf([...lineageOf(above.path), id]),
      levels: `${above.levels}${levels.indexOf(level) + 1}`,
      edges: `${above.edges}.0`,
      initials: initialsOf(name),
      order: String(order).padStart(6, '0'),
      since: now(),
      version: 1,
    }
    places.push(place)
    return place
  }
  const estate = add(parent, compound, 'compound', 1)
  for (let building = 1; building <= 3; building++) {
    const tower = add(estate, `${building}号楼`, 'building', building)
    for (let unit = 1; unit <= 2; unit++) {
      const entrance = add(tower, `${unit}单元`, 'unit', unit)
      for (let floor = 1; floor <= 5; floor++) {
        for (let door = 1; door <= 2; door++) {
          add(entrance, `${floor}0${door}`, 'door', floor * 100 + door)
        }
      }
    }
  }
  await writePlaces(places)
  await markParent(parent.id, true)
}

async function doorOf(community: PlaceId, names: readonly string[]): Promise<PlaceId> {
  let place = community
  for (const name of names) {
    const child = (await childrenOf(place)).find((one) => one.name === name)
    if (child === undefined) throw new Error(`the demonstration place ${name} was not made`)
    place = child.id
  }
  return place
}

/** A resident with a home, who has agreed to the guideline and told their community a few things before. */
async function seedResident(resident: (typeof residents)[number], home: PlaceId): Promise<void> {
  const way = `phone#${await phoneIndexOf(resident.phone)}`
  if ((await readLogin('resident', way)) !== undefined) return
  const id = idFrom('a', `resident/${resident.who}`)
  const at = now()
  await createAccount(
    {
      id,
      kind: 'resident',
      name: resident.name,
      phone: await seal(resident.phone, phoneContext(id)),
      phoneSince: at,
      homes: [{ placeId: home, label: '常住', at }],
      consented: privacyGuideline,
      posts: [],
      ended: {},
      version: 1,
    },
    'resident',
    way,
  )
  const self = personOf(id)
  const parent = 'parent' in resident ? resident.parent : undefined
  await applyToGraph(
    {
      knowledge: baseKnowledge.version,
      entities: [
        { ref: { known: self }, kind: 'person', facts: [{ attribute: 'person.name', value: resident.name }] },
        ...(parent === undefined
          ? []
          : [
              {
                ref: { fresh: `seed/${resident.who}/parent` },
                kind: 'person' as const,
                facts: [
                  { attribute: 'person.name', value: parent.name },
                  { attribute: 'person.idNumber', value: parent.idNumber },
                ],
              },
            ]),
      ],
      relations:
        parent === undefined
          ? []
          : [
              { type: 'parent', from: { fresh: `seed/${resident.who}/parent` }, to: { known: self } },
              { type: 'resides-at', from: { fresh: `seed/${resident.who}/parent` }, to: { known: entityId(home) } },
            ],
    },
    {
      by: id,
      authority: residentAuthority(self),
      source: { kind: 'self', id: `seed-${resident.who}`, label: '社区入户登记' },
      // Some weeks ago, so that a form shows how old it is.
      at: new Date(Date.parse(at) - 40 * 24 * 3600 * 1000).toISOString(),
      knowledge: baseKnowledge,
    },
  )
}

/** 说件事, from the gallery. */
export function appeals(): ChannelContent {
  const template = channelTemplate('appeal')
  if (template === undefined) throw new Error('the appeal template is missing')
  const { title, form, procedure } = template
  return { title, summary: '身边的事，说给负责的单位', category: 'other', procedure, promisedDays: 5, form }
}

/** What the community had already put up: something to see at the first start. */
export const consultation: ChannelContent = {
  title: '居家养老咨询',
  summary: '助餐、助浴、上门照护怎么申请',
  category: 'elderly',
  procedure: 'worker-confirms',
  promisedDays: 3,
  form: {
    knowledge: baseKnowledge.version,
    subjects: [
      { key: 'applicant', kind: 'person', name: '申请人', is: { by: 'actor' } },
      { key: 'visit', kind: 'event', name: '这次咨询', is: { by: 'submission' } },
    ],
    controls: [
      {
        id: 'name',
        kind: 'name',
        label: '您的姓名',
        required: true,
        binding: { subject: 'applicant', attribute: 'person.name' },
      },
      {
        id: 'mobile',
        kind: 'phone',
        label: '您的手机号',
        required: true,
        binding: { subject: 'applicant', attribute: 'person.mobile' },
      },
      {
        id: 'note',
        kind: 'long-text',
        label: '想咨询什么',
        hint: '例如：老人行动不便，想了解上门助浴',
        required: true,
        binding: { subject: 'visit', attribute: 'event.note' },
      },
    ],
  },
}

export interface SignInHint {
  readonly app: 'resident' | 'gov'
  readonly phone: string
  readonly who: string
}

/** Everything the demonstration needs, once. */
export async function seed(tell: Tell): Promise<void> {
  tell('第一次启动：正在准备北京与大同的地点、单位和演示人物，大约需要一两分钟…')
  for (const { city } of pilots) await seedDivisions(city, tell)
  await seedDemonstration(tell)
}

/** Organisations, people and doors of the pilot places, whose divisions are there already. */
export async function seedDemonstration(tell: Tell): Promise<void> {
  forgetEverything()
  await writeProse()
  for (const { city, communities } of pilots) {
    const made = await seedDirectory(city)
    tell(
      `  已建立 ${made.organisations} 个单位、${made.officials} 名演示工作人员（${city === '11' ? '北京' : '大同'}）`,
    )
    for (const { code, compound } of communities) await seedDoors(idOfDivision(code), compound)
  }
  forgetEverything()
  const [{ code, compound }] = pilots[0].communities
  await seedGrid(idOfDivision(code), compound)
  for (const resident of residents)
    await seedResident(resident, await doorOf(idOfDivision(resident.community), resident.door))
}

/** Who a newcomer may sign in as. */
export async function signInHints(): Promise<SignInHint[]> {
  const [beijing] = pilots
  const communities = await childrenOf(idOfDivision(beijing.subdistrict))
  const own = communities.findIndex(({ id }) => id === idOfDivision(beijing.communities[0].code))
  const first = 1000 + 3 + own * 2
  return [
    { app: 'resident', phone: residents[0].phone, who: `${residents[0].name}，住花家地北里 3号楼 2单元 501` },
    { app: 'resident', phone: residents[1].phone, who: `${residents[1].name}，住相邻的花家地西里` },
    { app: 'gov', phone: inventedPhone(first + 2), who: `${inventedName(first + 2)}，花家地北里社区 社工` },
    { app: 'gov', phone: inventedPhone(first + 1), who: `${inventedName(first + 1)}，花家地北里社区 书记` },
    { app: 'gov', phone: inventedPhone(1002), who: `${inventedName(1002)}，朝阳区 区级统筹` },
    { app: 'gov', phone: inventedPhone(1001), who: `${inventedName(1001)}，北京市 市级统筹` },
    { app: 'gov', phone: inventedPhone(1903), who: `${inventedName(1903)}，北京市 市级专项负责人` },
    { app: 'gov', phone: inventedPhone(1900), who: `${inventedName(1900)}，花家地北里物业 单位联络员` },
    { app: 'gov', phone: inventedPhone(1902), who: `${inventedName(1902)}，北京市 权限管理员` },
    { app: 'gov', phone: inventedPhone(1901), who: `${inventedName(1901)}，北京市 安全审计员` },
  ]
}
