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

interface Met {
  readonly role: string
  readonly name: string
  readonly focusable: boolean
}

/** Everything a keyboard can reach on the page, and every named group, as a screen reader would say it. */
async function met({ page }: Person): Promise<readonly Met[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('input, textarea, button, [role], [tabindex]')]
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => {
        const labelled = one.getAttribute('aria-labelledby')
        const label =
          one.getAttribute('aria-label') ??
          (labelled
            ? labelled
                .split(' ')
                .map((id) => document.getElementById(id)?.textContent ?? '')
                .join('')
            : null) ??
          (one.id ? (document.querySelector(`label[for="${one.id}"]`)?.textContent ?? null) : null) ??
          one.textContent ??
          ''
        return {
          role: one.getAttribute('role') ?? one.tagName.toLowerCase(),
          name: label.trim(),
          focusable: one.matches('input, textarea, button, [tabindex]'),
        }
      }),
  )
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
    await resident.page.goto(`${stack.resident}/#/pages/apply/index?id=${channelId}`)
    await resident.page.reload()
    await resident.page.getByText('资料使用同意书').first().waitFor()
    await resident.show(`every-kind-${size}`)
    expect(await resident.barriers()).toEqual([])
  })

  test('every kind is there by its name, and what is answered is reached by the keyboard', async () => {
    const all = await met(resident)
    const asked = everyKind.controls.filter(({ kind }) => isAnswered(kind) && !readOnly.has(kind))
    const missing = asked.filter(({ label }) => !all.some(({ name, focusable }) => focusable && name.includes(label)))
    expect(missing.map(({ kind, label }) => `${kind} ${label}`)).toEqual([])
    for (const { label } of everyKind.controls.filter(({ kind }) => readOnly.has(kind))) {
      expect(await resident.page.getByText(label).count(), label).toBeGreaterThan(0)
    }
    expect(resident.errors).toEqual([])
  })
})
