import { type Api, type ItemCardReply, mintStepKey, mintTaskId } from '@zmht/shared/contract'
import type { PlaceId } from '@zmht/shared/geo'
import { baseVersion, type EntityId } from '@zmht/shared/knowledge'
import { asSecretary, asWorker } from './community'
import { openPhone, restart } from './phone'
import { waitFor } from './screen'
import { newWechatUser, runningStack } from './stack'

/** As many doors are walked to without a network. */
const doors = 50

const title = `冬季走访 ${Date.now() % 100_000}`

async function dispatched(api: Api, within: PlaceId): Promise<{ readonly taskId: string }> {
  const params = { taskId: mintTaskId() }
  const saved = await api.tasks.saveTask({
    params,
    body: {
      content: {
        title,
        basis: '逐户看取暖和用电。',
        about: { of: 'places', level: 'door' },
        form: {
          knowledge: baseVersion,
          subjects: [{ key: 'home', kind: 'place', name: '这一户', is: { by: 'target' } }],
          controls: [
            {
              id: 'people',
              kind: 'number',
              label: '在家人数',
              required: true,
              binding: { subject: 'home', own: { type: 'number:0..20' } },
            },
            {
              id: 'note',
              kind: 'text',
              label: '情况说明',
              required: false,
              binding: { subject: 'home', own: { type: 'text:100' } },
            },
          ],
        },
        due: '2099-12-31',
      },
      within: [within],
      edition: 0,
    },
  })
  await api.tasks.changeTask({ params, body: { action: 'dispatch', edition: saved.edition } })
  return params
}

/** A stairwell without a signal: the mini-program as it is built, its files, its cipher, its queue. */
test(`${doors} doors are filled in without a network, the application is killed, and each arrives once`, async () => {
  const stack = runningStack()
  const { api, phone: mobile } = await asWorker(stack)
  const { id: community } = await api.hierarchy.byCode({ params: { code: '110105026047' } })
  const params = await dispatched(api, community)
  const read = async (state: 'open' | 'done') => {
    const all: ItemCardReply[] = []
    let cursor: string | undefined
    do {
      const query = { state, place: community, ...(cursor === undefined ? {} : { cursor }) }
      const page = await api.tasks.items({ params, query })
      all.push(...page.items)
      cursor = page.next
    } while (cursor !== undefined)
    return all
  }
  const until = (what: string, holds: (all: readonly ItemCardReply[]) => boolean, state: 'open' | 'done') =>
    waitFor(
      async () => {
        const all = await read(state)
        return holds(all) ? all : undefined
      },
      () => what,
    )
  await until('there are fewer items than doors', (all) => all.length >= doors, 'open')

  const owner = { app: 'gov', who: newWechatUser(), mobile } as const
  let phone = openPhone(owner)
  const goToTask = async () => {
    await phone.press('任务')
    await phone.press(new RegExp(title))
    await phone.press('去办理')
  }
  await phone.press('微信一键登录')
  await phone.sees('第一次在这个微信里登录')
  await phone.press('用微信手机号核对')
  await goToTask()
  await phone.press('带走离线办')
  await phone.sees('已带走')

  // What lies on the phone says nothing to whoever reads its files.
  const files = [...phone.files].filter(([path]) => path.includes('/page.'))
  expect(files.reduce((sum, [, bytes]) => sum + bytes.length, 0)).toBeGreaterThan(200 * doors)
  for (const [, bytes] of files) expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/prefill|subject|open/)

  phone.network(false)
  await phone.sees('看到的是带走的各项')
  const taken = (await read('open')).slice(0, doors)
  for (const [at, { name, place }] of taken.entries()) {
    await phone.press(new RegExp(`^${name}.*${place}`))
    await phone.fill('在家人数', String(at % 5))
    if (at % 10 === 0) await phone.fill('情况说明', '线路老化')
    await phone.press('提交')
    await phone.sees(`还有 ${at + 1} 项没有提交`)
  }
  expect(await read('done')).toEqual([])
  expect([...phone.files.keys()].filter((path) => path.includes('/queue.'))).toHaveLength(doors)

  // A colleague stood at the first door too, with a network.
  const [first] = taken
  if (first === undefined) throw new Error('no door was taken along')
  const secretary = await asSecretary(stack)
  await secretary.api.tasks.answerItem({
    params: { itemId: first.id, key: mintStepKey() },
    body: {
      answers: { home: [{ entity: first.subject as EntityId, values: { people: 4, note: '女儿在家' } }] },
      base: 1,
    },
  })

  phone = restart(phone, owner)
  await phone.press('任务')
  await phone.sees(`还有 ${doors} 项没有提交`)
  phone.network(true)
  // In WeChat the pages of tasks send: they are one tap away from wherever it is said that something waits.
  await phone.press('看没有提交的')
  const done = await until('not all arrived', (all) => all.length === doors, 'done')
  expect(new Set(done.map(({ id }) => id))).toEqual(new Set(taken.map(({ id }) => id)))
  // Of the door at which both stood neither is overwritten, and the worker is told.
  const kept = await api.tasks.item({ params: { itemId: first.id } })
  expect(kept.latest?.answers.home?.[0]?.values).toEqual({ people: 4, note: '女儿在家' })
  expect(kept.besides.map(({ answers }) => answers.home?.[0]?.values)).toEqual([{ people: 0, note: '线路老化' }])
  for (const { id } of taken.slice(1)) {
    const item = await api.tasks.item({ params: { itemId: id } })
    expect(item.steps).toHaveLength(1)
    expect(item.besides).toEqual([])
  }
  await phone.sees('需要核对')
  await phone.press(/^去核对/)
  await phone.sees('女儿在家')
  await phone.press('都用我的')
  await phone.find('radio', /^线路老化.*已选/)
  await phone.press('按选的提交')
  await waitFor(
    async () => {
      const { latest, besides } = await api.tasks.item({ params: { itemId: first.id } })
      return besides.length === 0 && latest?.answers.home?.[0]?.values.note === '线路老化' ? true : undefined
    },
    () => `it was not settled: ${phone.text()}`,
  )
  expect(phone.troubles).toEqual([])
})
