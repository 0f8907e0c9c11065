import { mintTaskId } from '@zmht/shared/contract'
import { baseVersion } from '@zmht/shared/knowledge'
import { asWorker } from './community'
import { openPhone } from './phone'
import { waitFor } from './screen'
import { newWechatUser, runningStack } from './stack'

/** A stairwell without a signal: the mini-program as it is built, its files, its cipher, its queue. */
test('a task is taken along, filled in without a network, and sent once when there is one', async () => {
  const stack = runningStack()
  const { api, phone: mobile } = await asWorker(stack)
  const community = await api.hierarchy.byCode({ params: { code: '110105026047' } })
  const params = { taskId: mintTaskId() }
  const title = `楼栋走访 ${Date.now() % 100_000}`
  const saved = await api.tasks.saveTask({
    params,
    body: {
      content: {
        title,
        basis: '逐栋看楼道。',
        about: { of: 'places', level: 'building' },
        form: {
          knowledge: baseVersion,
          subjects: [{ key: 'building', kind: 'place', name: '这一栋', is: { by: 'target' } }],
          controls: [
            {
              id: 'households',
              kind: 'number',
              label: '户数',
              required: true,
              binding: { subject: 'building', attribute: 'place.households' },
            },
            {
              id: 'note',
              kind: 'text',
              label: '楼道情况',
              required: false,
              binding: { subject: 'building', own: { type: 'text:100' } },
            },
          ],
        },
        due: '2099-12-31',
      },
      within: [community.id],
      edition: 0,
    },
  })
  await api.tasks.changeTask({ params, body: { action: 'dispatch', edition: saved.edition } })
  const read = async (state: 'open' | 'done') =>
    (await api.tasks.items({ params, query: { state, place: community.id } })).items
  const [first] = await waitFor(
    async () => {
      const items = await read('open')
      return items.length > 0 ? items : undefined
    },
    () => 'no items were made',
  )
  if (first === undefined) throw new Error('no items were made')

  const phone = openPhone({ app: 'gov', who: newWechatUser(), mobile })
  await phone.press('微信一键登录')
  await phone.sees('第一次在这个微信里登录')
  await phone.press('用微信手机号核对')
  await phone.press('任务')
  await phone.press(new RegExp(title))
  await phone.press('去办理')
  await phone.press('带走离线办')
  await phone.sees('已带走')

  // What lies on the phone says nothing to whoever reads its files.
  const files = [...phone.files].filter(([path]) => path.includes('/page.'))
  expect(files.length).toBeGreaterThan(0)
  for (const [, bytes] of files) {
    expect(bytes.length).toBeGreaterThan(200)
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/prefill|subject|open/)
  }

  phone.network(false)
  await phone.sees('看到的是带走的各项')
  await phone.press(new RegExp(`^${first.name}`))
  await phone.sees('看到的是带走时的内容')
  await phone.fill('户数（户）', '60')
  await phone.fill('楼道情况', '二层堆了纸箱')
  await phone.press('提交')
  await phone.sees('还有 1 项没有提交')
  await phone.sees('等待提交')
  expect(await read('done')).toEqual([])
  expect([...phone.files.keys()].filter((path) => path.includes('/queue.'))).toHaveLength(1)

  phone.network(true)
  const [done] = await waitFor(
    async () => {
      const items = await read('done')
      return items.length > 0 ? items : undefined
    },
    () => `nothing was sent: ${phone.text()}`,
  )
  expect(done?.id).toBe(first.id)
  const item = await api.tasks.item({ params: { itemId: first.id } })
  expect(item.steps).toHaveLength(1)
  expect(item.latest?.answers.building?.[0]?.values).toEqual({ households: 60, note: '二层堆了纸箱' })
  await waitFor(
    () => ([...phone.files.keys()].some((path) => path.includes('/queue.')) ? undefined : true),
    () => 'what was sent is still in the queue',
  )
  expect(phone.troubles).toEqual([])
})
