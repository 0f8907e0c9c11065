import {
  type GrantContent,
  mintChargeId,
  mintGrantId,
  mintGridId,
  mintJobId,
  mintOfficialId,
  mintOperationId,
  mintOrganisationId,
  mintPostId,
  mintStepKey,
  type OrganisationBody,
} from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { idOfDivision } from '../functions/hierarchy/divisions'
import { inventedPhone } from '../functions/local/demonstration'
import { dayInChina, now } from '../functions/platform/clock'
import { officialPhones } from './people'
import { checkUp, filledIn, phones, publishCheckUp, type World } from './world'

/** Who tries: all but the last write inside 望京街道 or Beijing, and would reach beside it or into Datong, another city. */
export type Who = 'subdistrict' | 'worker' | 'neighbourWorker' | 'city' | 'otherResident'

/** What is sent, all of it in order but for where it reaches. */
export interface Sent {
  readonly params: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Route, what it would do, who asks, what is sent, and the refusal's status and code. */
export type Escape = readonly [route: string, what: string, by: Who, sent: () => Sent, outcome: string]

/** Every write that names a place or an owner, each as it would leave the territory of whoever asks; made in a world where both ends are there. */
export async function escapesIn(
  world: World,
): Promise<{ readonly tokens: Readonly<Record<Who, string>>; readonly escapes: readonly Escape[] }> {
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
  const { service, answers, requestId } = await filledIn(owner, channel)
  await owner.channels.submit({
    params: { channelId: channel, requestId },
    body: { version: service.version, home: service.home, answers, notify: false },
  })
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
  await world.workOff()

  const outside = '403 outside-territory'
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

  const escapes: readonly Escape[] = [
    [
      'permissions.saveOrganisation',
      'a new one below one outside',
      'subdistrict',
      () => saved(mintOrganisationId(), aStation({ parent: away() })),
      outside,
    ],
    [
      'permissions.saveOrganisation',
      'a new one at a place outside',
      'subdistrict',
      () => saved(mintOrganisationId(), aStation({ place: world.places.datong })),
      outside,
    ],
    [
      'permissions.saveOrganisation',
      'a new one that manages a place outside',
      'subdistrict',
      () => saved(mintOrganisationId(), aStation({ manages: [world.places.north, world.places.datong] })),
      outside,
    ],
    [
      'permissions.saveOrganisation',
      'one that is there, moved below one outside',
      'subdistrict',
      () => moved({ parent: away() }),
      outside,
    ],
    [
      'permissions.saveOrganisation',
      'one that is there, moved below the one above the caller',
      'subdistrict',
      () => moved({ parent: `o${idOfDivision('110105')}` }),
      outside,
    ],
    [
      'permissions.saveOrganisation',
      'one that is there, moved to a place outside',
      'subdistrict',
      () => moved({ place: world.places.datong }),
      outside,
    ],
    [
      'permissions.saveOrganisation',
      'one that is there, widened to a place outside',
      'subdistrict',
      () => moved({ manages: [world.places.datong] }),
      outside,
    ],
    [
      'permissions.saveOrganisation',
      'one outside, taken in',
      'subdistrict',
      () => saved(away(), aStation({ name: '别处的社区', edition: 1 })),
      outside,
    ],
    [
      'permissions.savePost',
      'a post outside',
      'subdistrict',
      () => ({ params: { organisationId: away(), postId: mintPostId() }, body: { ...aPost, edition: 0 } }),
      outside,
    ],
    [
      'permissions.savePost',
      'a post from outside, taken in',
      'subdistrict',
      () => ({ params: { organisationId: here(), postId: post.away }, body: { ...aPost, edition: 1 } }),
      hidden,
    ],
    [
      'permissions.mergeOrganisation',
      'into one outside',
      'subdistrict',
      () => ({
        params: { organisationId: station, operationId: operation() },
        body: { into: away(), date: today(), reason },
      }),
      outside,
    ],
    [
      'permissions.mergeOrganisation',
      'of one outside',
      'subdistrict',
      () => ({
        params: { organisationId: away(), operationId: operation() },
        body: { into: here(), date: today(), reason },
      }),
      outside,
    ],
    [
      'permissions.saveHandover',
      'for one outside',
      'subdistrict',
      () => ({
        params: { organisationId: away() },
        body: { rules: { transfer: 'queue', leave: 'queue', merger: 'queue' }, edition: 0 },
      }),
      outside,
    ],
    [
      'permissions.personnel',
      'somebody new on a post outside',
      'subdistrict',
      () =>
        recorded(mintOfficialId(), {
          kind: 'appoint',
          post: post.away,
          as: 'holder',
          person: { name: '何立夏', phone: '19000007501' },
        }),
      outside,
    ],
    [
      'permissions.personnel',
      'one’s own on a post outside, too',
      'subdistrict',
      () => recorded(official.here, { kind: 'appoint', post: post.away, as: 'holder' }),
      outside,
    ],
    ...(['transfer', 'promote'] as const).flatMap((kind) => [
      [
        'permissions.personnel',
        `${kind} out`,
        'subdistrict',
        () => recorded(official.here, { kind, from: post.here, to: post.away }),
        outside,
      ] as const,
      [
        'permissions.personnel',
        `${kind} in`,
        'subdistrict',
        () => recorded(official.away, { kind, from: post.away, to: post.here }),
        outside,
      ] as const,
    ]),
    [
      'permissions.personnel',
      'somebody off a post outside',
      'subdistrict',
      () => recorded(official.away, { kind: 'leave-post', post: post.away }),
      outside,
    ],
    [
      'permissions.personnel',
      'somebody outside off every post',
      'subdistrict',
      () => recorded(official.away, { kind: 'leave-post' }),
      outside,
    ],
    [
      'permissions.personnel',
      'somebody outside on leave',
      'subdistrict',
      () => recorded(official.away, { kind: 'absence', until: '2027-06-01' }),
      outside,
    ],
    [
      'permissions.importDirectory',
      'into one outside',
      'subdistrict',
      () => ({
        params: { jobId: mintJobId() },
        body: {
          within: away(),
          date: today(),
          complete: true,
          rows: [{ row: 1, organisation: '社区', post: '社工', name: '何立夏', phone: '19000007502' }],
          digest: 'd',
        },
      }),
      outside,
    ],
    [
      'permissions.saveGrid',
      'a new one outside',
      'subdistrict',
      () => ({ params: { gridId: mintGridId() }, body: aGrid(world.places.datong) }),
      outside,
    ],
    [
      'permissions.saveGrid',
      'one that is there, moved outside',
      'subdistrict',
      () => ({ params: { gridId: grid }, body: aGrid(world.places.datong, 1) }),
      outside,
    ],
    [
      'permissions.saveGrid',
      'one outside, taken in',
      'subdistrict',
      () => ({ params: { gridId: far }, body: aGrid(world.places.north, 1) }),
      outside,
    ],
    // A grid covers nothing but what lies inside the place it belongs to: that is said of the place.
    [
      'permissions.saveGrid',
      'one that covers a place outside',
      'subdistrict',
      () => ({
        params: { gridId: mintGridId() },
        body: { ...aGrid(world.places.north), places: [world.places.north, world.places.datong] },
      }),
      '422 invalid',
    ],
    ['permissions.endGrid', 'one outside', 'subdistrict', () => ({ params: { gridId: far } }), outside],
    [
      'permissions.setDuty',
      'for a place outside',
      'subdistrict',
      () => atPlace({ duty: 'fire' }, { organisation: here(), from: today(), reason }),
      outside,
    ],
    ['permissions.endDuty', 'of a place outside', 'subdistrict', () => atPlace({ duty: 'territory' }), outside],
    [
      'channels.publish',
      'a service for a place outside, too',
      'worker',
      () => ({
        params: { channelId: channel },
        body: { edition: 2, reach: [world.places.north, world.places.west] },
      }),
      outside,
    ],
    [
      'channels.revise',
      'a service of a neighbour',
      'neighbourWorker',
      () => ({ params: { channelId: channel }, body: { edition: 2, content: checkUp() } }),
      outside,
    ],
    [
      'channels.publish',
      'a service of a neighbour',
      'neighbourWorker',
      () => ({ params: { channelId: channel }, body: { edition: 2, reach: [world.places.west] } }),
      outside,
    ],
    [
      'channels.close',
      'a service of a neighbour',
      'neighbourWorker',
      () => ({ params: { channelId: channel }, body: { edition: 2 } }),
      outside,
    ],
    ['channels.claim', 'a request elsewhere', 'neighbourWorker', () => atRequest(), outside],
    ['channels.release', 'a request elsewhere', 'neighbourWorker', () => atRequest(), outside],
    ['channels.confirm', 'a request elsewhere', 'neighbourWorker', () => atRequest(), outside],
    ['channels.return', 'a request elsewhere', 'neighbourWorker', () => atRequest({ note }), outside],
    ['channels.conclude', 'a request elsewhere', 'neighbourWorker', () => atRequest({ note }), outside],
    [
      'ledgers.decide',
      'a fact of somebody elsewhere',
      'neighbourWorker',
      () => ({
        params: { entityId: mother.id },
        body: {
          about: 'fact',
          ...step(),
          attribute: 'person.name',
          sourceId: requestId,
          outcome: 'accept',
        },
      }),
      outside,
    ],
    [
      'ledgers.decideCharge',
      'of somebody elsewhere',
      'neighbourWorker',
      () => ({ params: { chargeId: charge }, body: { edition: 1, accept: true, reason } }),
      outside,
    ],
    [
      'ledgers.endCharge',
      'of somebody elsewhere',
      'neighbourWorker',
      () => ({ params: { chargeId: charge }, body: { edition: 1, reason } }),
      outside,
    ],
    [
      'ledgers.endCharge',
      'of another resident',
      'otherResident',
      () => ({ params: { chargeId: charge }, body: { edition: 1, reason } }),
      hidden,
    ],
    [
      'ledgers.askCharge',
      'for another’s mother',
      'otherResident',
      () => ({
        params: { chargeId: mintChargeId() },
        body: { entity: mother.id, as: 'guardian', from: today(), reason },
      }),
      hidden,
    ],
    [
      'permissions.saveGrant',
      'in places outside',
      'city',
      () => granted({ territory: { given: [world.places.north, world.places.datong] } }),
      beyond,
    ],
    [
      'permissions.saveGrant',
      'to an organisation outside, in its own places',
      'city',
      () => granted({ subject: { organisations: [office(), away()] } }),
      beyond,
    ],
    ['permissions.saveGrant', 'everywhere', 'city', () => granted({ territory: 'all' }), beyond],
    [
      'permissions.saveGrant',
      'a rule from outside, taken over',
      'city',
      () => ({ params: { grantId: rule.inForce }, body: { content: aRule({}), reason, edition: 1 } }),
      beyond,
    ],
    [
      'permissions.withdrawGrant',
      'a rule outside',
      'city',
      () => ({ params: { grantId: rule.inForce }, body: { reason, edition: 1 } }),
      beyond,
    ],
    [
      'permissions.approveGrant',
      'a rule proposed outside',
      'city',
      () => ({ params: { grantId: rule.proposed }, body: { accept: true, reason, edition: 1 } }),
      beyond,
    ],
    [
      'hierarchy.operate',
      'a place outside',
      'subdistrict',
      () => atPlace({ operationId: operation() }, aRename()),
      outside,
    ],
    [
      'hierarchy.mint',
      'places outside',
      'subdistrict',
      () => atPlace({ jobId: mintJobId() }, { by: 'names', level: 'compound', kind: 'landmark', names: ['新苑'] }),
      outside,
    ],
    // No number of a community has a side: what is no road has no segments, for anybody.
    [
      'hierarchy.setSegments',
      'of a place outside',
      'subdistrict',
      () => atPlace({}, { version: 0, items: [] }),
      hidden,
    ],
    [
      'hierarchy.setBoundary',
      'of a place outside',
      'subdistrict',
      () =>
        atPlace(
          {},
          {
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
            version: 0,
          },
        ),
      outside,
    ],
    ['hierarchy.removeBoundary', 'of a place outside', 'subdistrict', () => atPlace(), outside],
  ]
  return { tokens, escapes }
}
