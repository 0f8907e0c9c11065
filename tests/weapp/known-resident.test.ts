import { aNeighbour, book } from '../neighbour'
import { asWorker, offerCheckUp, untilKnown } from './community'
import { openPhone } from './phone'
import { runningStack } from './stack'

const submission = /^PUT \/channels\/\w+\/requests\/\w+$/

/** Last year's check-up is known; this year's takes one tap and what is new. */
test('a resident the community knows confirms what is known in one tap and books a check-up', async () => {
  const stack = runningStack()
  const worker = await asWorker(stack)
  const neighbour = await aNeighbour(stack)
  const lastYear = await offerCheckUp(worker, { days: 3 })
  await book(neighbour, lastYear, '去年的体检')
  const service = await offerCheckUp(worker, { days: 3 })
  await untilKnown(neighbour, service, 7)

  // The answer to the submission is lost in the lift: the phone asks again under the same id.
  const phone = openPhone({ app: 'resident', who: neighbour.who, losesAnswerTo: submission })
  await phone.press('微信一键登录')
  await phone.sees('花家地北里')
  await phone.find('button', new RegExp(`^${service.title}`))
  // The first screen costs at most two requests after signing in; what the resident is asked to fill in, and what they are told, is asked for once it stands.
  const [signedIn, ...first] = phone.sent
  expect(signedIn).toBe('POST /sessions/wechat')
  const afterwards = ['GET /items', 'GET /messages', 'GET /organisation-services']
  expect(first.filter((call) => !afterwards.includes(call)).length).toBeLessThanOrEqual(2)
  expect([...afterwards, undefined]).toContain(first[2])
  await phone.press(new RegExp(`^${service.title}`))
  await phone.sees('已为您填好 7 项')
  await phone.press('开始填写')

  // Nothing is sent in their name that they have not looked at.
  await phone.sees(neighbour.mother.name)
  await phone.pickDate('希望哪天体检', '2027-03-11')
  await phone.choose('希望的时段', '上午')
  await phone.press('健康资料使用同意书')
  await phone.find('checkbox', '健康资料使用同意书，已选')
  await phone.press('提交')
  await phone.sees('还有 7 项填好的内容没有确认')
  await phone.press('都对，一键确认')
  await phone.sees('已填好的 7 项您都确认了')

  // One thing has changed since.
  await phone.press('修改老人的自理能力')
  await phone.choose('老人的自理能力', '轻度依赖')
  await phone.choose('需要接送吗', '是')
  await phone.press('提交')
  await phone.sees(`${service.title}已提交`)

  const sent = phone.sent.filter((call) => submission.test(call))
  expect(sent).toHaveLength(2)
  expect(sent[1]).toBe(sent[0])
  const { items } = await neighbour.api.channels.myRequests()
  expect(items.map(({ title }) => title)).toEqual([service.title, lastYear.title])
  const request = await neighbour.api.channels.request({ params: { requestId: items[0]?.id ?? '' } })
  expect(request.state).toBe('submitted')
  expect(
    request.answers.map(({ subject, items }) => [subject, ...items.map(({ label, text }) => `${label}：${text}`)]),
  ).toEqual([
    ['申请人', '您的姓名：何清明', '您的手机号：19000009016'],
    [
      '体检的老人',
      `老人姓名：${neighbour.mother.name}`,
      `老人身份证号：${neighbour.mother.idNumber}`,
      '老人现住址：花家地北里 1号楼 1单元 302',
      '老人的慢性病：高血压',
      '老人的自理能力：轻度依赖',
    ],
    ['本次体检', '需要接送吗：是', '希望哪天体检：2027年3月11日', '希望的时段：上午'],
  ])
  expect(phone.troubles).toEqual([])
})
