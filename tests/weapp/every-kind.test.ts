import { isAnswered } from '@zmht/shared/controls'
import { everyKind, everyKindService } from '../every-kind'
import { aNeighbour } from '../neighbour'
import { asWorker, offer } from './community'
import { openPhone } from './phone'
import { runningStack } from './stack'

test('every kind of control is drawn by WeChat, by its name and with something to answer with', async () => {
  const stack = runningStack()
  const worker = await asWorker(stack)
  const neighbour = await aNeighbour(stack)
  const service = await offer(worker, { ...everyKindService, title: `各种控件 ${Date.now().toString(36)}` })

  const phone = openPhone({ app: 'resident', who: neighbour.who, mobile: '19000009077' })
  await phone.press('微信一键登录')
  await phone.sees('花家地北里')
  await phone.press(new RegExp(`^${service.title}`))
  await phone.press('开始填写')
  await phone.sees('资料使用同意书')

  for (const { kind, label } of everyKind.controls) {
    // The card of a child comes below.
    if (label === '孩子姓名') continue
    if (isAnswered(kind) && kind !== 'computed') await phone.asks(label)
    else await phone.sees(label)
  }
  // The number WeChat knows, instead of one typed.
  await phone.press('用微信手机号')
  await phone.find('textbox', /^手机号/, (part) => part.attribute('value').replace(/\s/g, '') === '19000009077')
  // A card for each child.
  await phone.press(/添加.*孩子/)
  await phone.asks('孩子姓名')
  expect(phone.troubles).toEqual([])
})
