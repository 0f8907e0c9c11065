import { mintChannelId } from '@zmht/shared/contract'
import { type ControlKind, isAnswered } from '@zmht/shared/controls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idOfDivision } from '../../functions/hierarchy/divisions'
import { clientFor, signInByPhone } from '../../functions/local/first-service'
import { everyKind, everyKindService } from '../every-kind'
import { deskSize, openBrowser, type Person, phoneSize, runningStack, signIn } from './browser'

const stack = runningStack()
const sms = `${stack.outside}/sms`

let browser: Awaited<ReturnType<typeof openBrowser>>
let channelId: string

beforeAll(async () => {
  browser = await openBrowser()
  const session = await signInByPhone(`${stack.gov}/api`, sms, 'gov', '19000001029')
  const worker = clientFor(`${stack.gov}/api`, session.accessToken)
  channelId = mintChannelId()
  const { edition } = await worker.channels.create({ params: { channelId }, body: everyKindService })
  const reach = [idOfDivision('110105026047')]
  await worker.channels.publish({ params: { channelId }, body: { edition, reach } })
}, 120_000)
afterAll(() => browser.close())

/** What is only read. */
const readOnly: ReadonlySet<ControlKind> = new Set(['computed', 'section', 'matrix', 'explanation'])

/** What a screen reader says at each thing the keyboard can reach: its name, and the groups it stands in. */
async function said({ page }: Person): Promise<readonly string[]> {
  return page.evaluate(() => {
    const named = (one: Element): string => {
      const by = (one.getAttribute('aria-labelledby') ?? '').split(' ')
      return [
        one.getAttribute('aria-label'),
        ...by.map((id) => document.getElementById(id)?.textContent),
        one.querySelector(':scope > legend')?.textContent,
        one.id && document.querySelector(`label[for="${one.id}"]`)?.textContent,
      ].join(' ')
    }
    return [...document.querySelectorAll('input, textarea, select, button, [tabindex]')]
      .filter((one) => one.getClientRects().length > 0 || one.closest('label') !== null)
      .map((one) => {
        const around: string[] = []
        for (let up: Element | null = one; up; up = up.parentElement) around.push(named(up))
        return [
          one.closest('label')?.textContent,
          one.closest('tr')?.querySelector('th')?.textContent,
          one.textContent,
          ...around,
        ].join(' ')
      })
  })
}

let resident: Person

test('a resident opens a form with every kind of control', async () => {
  resident = await browser.sit(`${stack.resident}/`, phoneSize)
  await signIn(resident, stack, '19000009001')
  await resident.page.getByText('花家地').first().waitFor()
})

describe.each([
  ['phone', phoneSize],
  ['desk', deskSize],
] as const)('on a %s', (size, view) => {
  test('it can be read and has no barriers', async () => {
    await resident.page.setViewportSize(view)
    await resident.page.goto(`${stack.resident}/#/apply/form/index?id=${channelId}`)
    await resident.page.reload()
    await resident.page.getByText('资料使用同意书').first().waitFor()
    await resident.show(`every-kind-${size}`)
    expect(await resident.barriers()).toEqual([])
  })

  test('every kind is there by its name, and what is answered is reached by the keyboard', async () => {
    await resident.page.getByRole('button', { name: /添加.*孩子/ }).click()
    await resident.page.getByLabel('孩子姓名').first().waitFor()
    const all = await said(resident)
    const asked = everyKind.controls.filter(({ kind }) => isAnswered(kind) && !readOnly.has(kind))
    const missing = asked.filter(({ label }) => !all.some((name) => name.includes(label)))
    expect(missing.map(({ kind, label }) => `${kind} ${label}`)).toEqual([])
    for (const { label } of everyKind.controls.filter(({ kind }) => readOnly.has(kind))) {
      expect(await resident.page.getByText(label).count(), label).toBeGreaterThan(0)
    }
    expect(resident.errors).toEqual([])
  })
})
