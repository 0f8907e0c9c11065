import { aNeighbour } from '../neighbour'
import { aNotice, comeOrNot, sentNotice } from '../notices'
import { asSecretary } from './community'
import { openPhone } from './phone'
import { waitFor } from './screen'
import { runningStack } from './stack'

test('a warning comes to a resident who has WeChat open, and one tap answers it', async () => {
  const stack = runningStack()
  const secretary = await asSecretary(stack)
  const neighbour = await aNeighbour(stack)
  const { id: north } = await neighbour.api.hierarchy.byCode({ params: { code: '110105026047' } })
  const title = `暴雨预警 ${Date.now().toString(36)}`

  const phone = openPhone({ app: 'resident', who: neighbour.who })
  await phone.press('微信一键登录')
  await phone.sees('花家地北里')
  const asked = () => phone.sent.filter((call) => call === `GET /news/${north}`).length
  await waitFor(
    () => (asked() > 0 ? true : undefined),
    () => 'nothing was asked about news',
  )
  const content = aNotice([north], { title, urgency: 'emergency', questions: comeOrNot.slice(0, 1) })
  const notice = await sentNotice(secretary.api, content)
  await phone.sees(`紧急通知：${title}`)
  await phone.press('现在就看')
  await phone.sees('请现在看完，并照通知说的做。')
  expect(phone.route()).toBe('messages/one/index')
  await phone.press('来')
  await phone.sees('已回答：来。')
  const message = (await neighbour.api.channels.messages()).items.find(({ id }) => id === notice.id)
  expect(message).toMatchObject({ read: true, answered: true })
  expect(phone.troubles).toEqual([])
  await secretary.api.channels.withdrawNotice({
    params: { noticeId: notice.id },
    body: { edition: notice.edition, reason: '预警已解除' },
  })
})
