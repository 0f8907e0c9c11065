import { homeTask } from '../home-task'
import { aNeighbour } from '../neighbour'
import { askHomes, asSecretary, untilAsked } from './community'
import { openPhone } from './phone'
import { runningStack } from './stack'

const answering = /^PUT \/items\/\w+\/own\/\w+$/

/** The answer to the first attempt is lost in the lift: the phone sends it again under the same key. */
test('who lives in a home is asked about it on the first screen, and fills it in', async () => {
  const stack = runningStack()
  const secretary = await asSecretary(stack)
  const neighbour = await aNeighbour(stack)
  const title = `用气登记 ${Date.now().toString(36)}`
  await askHomes(secretary, homeTask(title), neighbour.home)
  await untilAsked(neighbour, title)

  const phone = openPhone({ app: 'resident', who: neighbour.who, losesAnswerTo: answering })
  await phone.press('微信一键登录')
  await phone.press(new RegExp(`^请您填：${title}`))
  await phone.sees('提交以后会怎样')
  expect(phone.route()).toBe('tasks/one/index')
  expect(phone.title()).toBe('请您填写')
  await phone.press('提交')
  await phone.sees('还有 2 处需要修改')
  await phone.choose('做饭用什么气', '管道燃气')
  await phone.fill('建筑面积（平方米）', '68')
  await phone.press('提交')
  await phone.sees('已经交上去了，不用再交一次')
  await phone.sees('已交，等待核实')

  const sent = phone.sent.filter((call) => answering.test(call))
  expect(sent).toHaveLength(2)
  expect(sent[1]).toBe(sent[0])
  const item = (await neighbour.api.tasks.ownItems()).items.find((one) => one.title === title)
  expect(item).toMatchObject({ state: 'answered', about: '您的常住住处' })
  expect(phone.troubles).toEqual([])
})
