import { openPhone } from './phone'
import { apiAt, loginCodeOf, newWechatUser, runningStack } from './stack'

/** Somebody new moves in, signs in with WeChat and asks the community something: scenario 1 from the very beginning. */
test('a new resident signs in with WeChat, agrees, says where they live, and submits a request', async () => {
  const stack = runningStack()
  const who = newWechatUser()
  const words = `家里老人行动不便，想了解上门助浴 ${who}`
  const phone = openPhone({ app: 'resident', who, asksPrivacy: true })

  await phone.sees('社区的事，一处办好')
  await phone.press('微信一键登录')

  await phone.sees('使用前，请先看看我们怎样对待您的信息。')
  await phone.press('同意并继续')

  await phone.sees('选好以后，就能看到您所在社区的服务。')
  for (const place of ['北京', '朝阳', '望京', '花家地北里', '花家地北里', '3号楼', '2单元', '502'])
    await phone.press(new RegExp(`^${place}`))
  console.log(phone.text())
})
