import { aNeighbour, book } from '../neighbour'
import { asWorker, offerCheckUp } from './community'
import { openPhone } from './phone'
import { waitFor } from './screen'
import { newWechatUser, runningStack } from './stack'

/** A worker at the door of a neighbour: signs in with WeChat's phone number, handles what came in, answers. */
test('a worker signs in with the phone-number button, takes a request, confirms it and closes it with an answer', async () => {
  const stack = runningStack()
  const worker = await asWorker(stack)
  const service = await offerCheckUp(worker, { days: 1 })
  const neighbour = await aNeighbour(stack)
  const note = `母亲需要轮椅 ${service.id}`
  const booked = await book(neighbour, service, note)

  const phone = openPhone({ app: 'gov', who: newWechatUser(), mobile: worker.phone })

  // This WeChat is not known yet, so WeChat's own button gives the number that stands in the directory.
  await phone.sees('政务工作台')
  await phone.press('微信一键登录')
  await phone.sees('第一次在这个微信里登录')
  await phone.press('用微信手机号核对')

  // The open work, and the request in it: the page is shown as it is when it is opened.
  await waitFor(
    async () => (await worker.api.tasks.work({ query: {} })).items.find((work) => work.requestId === booked.id),
    () => 'the request is not in the list of open work',
  )
  await phone.press('任务')
  await phone.sees(service.title)
  expect(phone.route()).toBe('pages/work/index')
  await phone.press(new RegExp(`${service.title}.*还没人接手$`))
  await phone.sees('居民填写的内容')
  expect(phone.route()).toBe('channels/request/index')
  await phone.sees(booked.number)
  await phone.sees(note)
  // What is sensitive is hidden until there is a reason to see it.
  expect(phone.text()).not.toContain(neighbour.mother.idNumber)

  await phone.press('我来办理')
  await phone.sees('好了。居民会看到由您办理。')
  await phone.press('确认')
  await phone.find('dialog', /居民会收到确认的消息/)
  await phone.press('确认')
  await phone.sees('已确认，待办结')

  // No closing without an answer.
  await phone.press('办结并答复')
  await phone.find('dialog', /居民会看到您的答复/)
  await phone.press('办结并答复')
  await phone.sees('请写明给居民的答复，居民会看到')
  const answer = `3 月 10 日上午请到社区卫生站（${service.id}）`
  await phone.fill('给居民的答复', answer)
  await phone.press('办结并答复')
  await phone.sees('已办结')
  await phone.sees(answer)

  // The resident reads the same, step by step.
  const seen = await neighbour.api.channels.request({ params: { requestId: booked.id } })
  expect(seen.state).toBe('closed')
  expect(seen.steps.map((step) => step.action)).toEqual(['submit', 'claim', 'confirm', 'close'])
  expect(seen.steps.at(-1)?.note).toBe(answer)
  // Nobody has it to do any more.
  await waitFor(
    async () => {
      const { items } = await worker.api.tasks.work({ query: {} })
      return items.some((work) => work.requestId === booked.id) ? undefined : items
    },
    () => 'the closed request is still in the list of open work',
  )
  expect(phone.troubles).toEqual([])
})
