import { openPhone } from './phone'
import { apiAt, loginCodeOf, newWechatUser, runningStack } from './stack'

const service = '居家养老咨询'

/** Somebody nobody knew an hour ago: from WeChat's sign-in to a request the community has in hand. */
test('a new resident signs in with WeChat, agrees, says where they live, and submits a request', async () => {
  const stack = runningStack()
  const who = newWechatUser()
  const question = `老人行动不便，想了解上门助浴（${who}）`
  const phone = openPhone({ app: 'resident', who, asksPrivacy: true })

  // Signs in. Nothing is offered before the guideline is agreed to.
  await phone.sees('社区的事，一处办好')
  await phone.press('微信一键登录')
  await phone.sees('使用前，请先看看我们怎样对待您的信息。')
  expect(phone.title()).toBe('用户隐私保护指引')
  // WeChat has not noted an agreement yet, so it must be WeChat's own button.
  await phone.find('button', '同意并继续', (button) => button.attribute('open-type') === 'agreePrivacyAuthorization')
  await phone.press('同意并继续')

  // Says where they live, down to the door.
  await phone.sees('选好以后，就能看到您所在社区的服务。')
  for (const place of ['北京市', '朝阳区', '望京街道', '花家地北里社区', '花家地北里', '3号楼', '2单元', '502'])
    await phone.press(place)
  await phone.press(/^就是这里：.*3号楼.*502$/)

  // Sees what the community offers, and what will come of it.
  await phone.sees(service)
  expect(phone.title()).toBe('服务')
  await phone.find('list', '养老')
  await phone.press(new RegExp(`^${service}`))
  await phone.sees('提交以后会怎样')
  expect(phone.route()).toBe('apply/service/index')
  await phone.press('开始填写')

  // Submits too early: is told what is missing, where it is missing.
  await phone.sees('边填边保存')
  await phone.press('提交')
  await phone.sees('还有 3 处需要修改')

  await phone.fill('您的姓名', '何清明')
  await phone.fill('您的手机号', '1900000901')
  await phone.sees('手机号应为')
  await phone.fill('您的手机号', '19000009016')
  await phone.fill('想咨询什么', question)
  expect(phone.shownIn('您的姓名')).toBe('何清明')
  await phone.press('提交')

  await phone.sees(`${service}已提交`)
  expect(phone.route()).toBe('apply/result/index')
  expect(phone.title()).toBe('已提交')
  await phone.press('查看办理进展')
  await phone.sees('您填写的内容')
  await phone.sees(question)

  // The server has exactly this one request, with what was typed.
  const { accessToken } = await apiAt(stack.resident).permissions.signInByWechat({
    body: { app: 'resident', code: loginCodeOf(who) },
  })
  const api = apiAt(stack.resident, accessToken)
  const { items } = await api.channels.myRequests()
  expect(items).toHaveLength(1)
  const request = await api.channels.request({ params: { requestId: items[0]?.id ?? '' } })
  expect(phone.text()).toContain(request.number)
  expect(request.title).toBe(service)
  expect(request.answers.flatMap((part) => part.items.map(({ label, text }) => [label, text]))).toEqual([
    ['您的姓名', '何清明'],
    ['您的手机号', '19000009016'],
    ['想咨询什么', question],
  ])
  expect(phone.troubles).toEqual([])
})
