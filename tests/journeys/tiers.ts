import type { Api, SessionReply } from '@zmht/shared/contract'
import { expect } from 'vitest'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { deskSize, hasSession, type Person, phoneSize, type Stack } from './browser'
import { type aJourney, seen } from './journey'
import { setting } from './setting'

/** Those of the demonstration whom a scenario of the whole city takes. */
const everybody = ['city', 'district', 'subdistrict', 'secretary', 'worker', 'resident'] as const
export type Who = (typeof everybody)[number]
export type Tier = Exclude<Who, 'resident'>
const { phones } = setting

const appOf = (who: Who) => (who === 'resident' ? 'resident' : 'gov')

/** Shows a screen, and that whoever sees or hears it otherwise can use it. */
export async function look(sitting: Person, name: string): Promise<void> {
  await sitting.show(name)
  expect(await sitting.barriers()).toEqual([])
}

/** Says what is so: what is known already is changed, if it was said before. */
export async function says({ page }: Person, label: string, option: string): Promise<void> {
  const known = seen(page.getByRole('button', { name: `修改${label}` }))
  const asked = seen(page.getByRole('radio', { name: option, exact: true }))
  await known.or(asked).first().waitFor()
  if ((await known.count()) > 0) await known.click()
  await asked.click()
}

/** The five tiers and a resident, each at a screen of their own, signed in once. */
export function aCity(stack: Stack, browser: ReturnType<typeof aJourney>) {
  const sessions = new Map<Who, SessionReply>()
  const people = new Map<Who, Person>()
  const tasks: { readonly by: Tier; readonly taskId: string }[] = []

  function sessionOf(who: Who): SessionReply {
    const session = sessions.get(who)
    if (session === undefined) throw new Error(`${who} is signed in first`)
    return session
  }

  const apiOf = (who: Who): Api => clientFor(`${stack[appOf(who)]}/api`, sessionOf(who).accessToken)

  /** Sits down where they are signed in already; at a desk in offices, with a phone below. */
  async function person(who: Who): Promise<Person> {
    const known = people.get(who)
    if (known !== undefined) return known
    const session = sessionOf(who)
    const size = who === 'city' || who === 'district' ? deskSize : phoneSize
    const sitting = await browser.sit(`${stack[appOf(who)]}/`, size)
    await hasSession(sitting, appOf(who), session)
    people.set(who, sitting)
    return sitting
  }

  async function open(who: Who, address: string): Promise<Person> {
    const sitting = await person(who)
    await sitting.page.goto(`${stack[appOf(who)]}/#/${address}`)
    await sitting.page.reload()
    return sitting
  }

  return {
    apiOf,
    person,
    open,
    signIn: async () => {
      for (const who of everybody)
        sessions.set(
          who,
          await signInByPhone(`${stack[appOf(who)]}/api`, `${stack.outside}/sms`, appOf(who), phones[who]),
        )
    },
    /** Somebody else sits down, signed in. */
    signInHere: async (sitting: Person, phone: string): Promise<void> => {
      const session = await signInByPhone(`${stack.resident}/api`, `${stack.outside}/sms`, 'resident', phone)
      await hasSession(sitting, 'resident', session)
      await sitting.page.reload()
    },
    beginFrom: async (who: Tier, template: RegExp, title: string): Promise<Person> => {
      const sitting = await open(who, 'tasks/new/index')
      const { page } = sitting
      await seen(page.getByRole('list', { name: '任务模板' }).getByRole('button', { name: template })).click()
      await seen(page.getByRole('textbox', { name: '任务名称' })).fill(title)
      return sitting
    },
    dispatch: async (who: Tier, { page }: Person): Promise<string> => {
      await seen(page.getByRole('button', { name: '下派', exact: true })).click()
      await page.getByRole('dialog').getByRole('button', { name: '下派', exact: true }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      const taskId = /[?&]id=([^&]+)/.exec(page.url())?.[1] ?? ''
      tasks.push({ by: who, taskId })
      return taskId
    },
    /** A task that came of something else is to be tidied up too. */
    began: (by: Tier, taskId: string) => {
      tasks.push({ by, taskId })
    },
    openItem: async (who: Tier, taskId: string, place: string, name: string): Promise<Person> => {
      const sitting = await open(who, `tasks/items/index?id=${taskId}&place=${place}`)
      await seen(sitting.page.getByText(name)).click()
      await seen(sitting.page.getByRole('button', { name: '提交', exact: true })).waitFor()
      return sitting
    },
    /** What went wrong unseen, on anybody's screen. */
    errors: () => [...people.values()].flatMap(({ errors }) => errors),
    /** Whoever uses the stack next finds it as it was. */
    tidy: async () => {
      for (const { by, taskId } of tasks) {
        const { edition, actions } = await apiOf(by).tasks.task({ params: { taskId } })
        if (actions.includes('withdraw'))
          await apiOf(by).tasks.changeTask({ params: { taskId }, body: { action: 'withdraw', edition } })
      }
    },
  }
}
