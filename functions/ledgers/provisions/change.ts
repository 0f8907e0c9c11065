import { givenAt, type ProvisionStep, stepFrom } from '@zmht/shared/provisions'
import { now } from '../../platform/clock'
import { type Provision, readProvision, saveProvision } from './provision.store'

/** @returns an ask after a step; undefined where the step is not allowed */
export function stepped(
  one: Provision,
  step: ProvisionStep,
  { by, at, reason }: { readonly by: string; readonly at: string; readonly reason?: string | undefined },
): Provision | undefined {
  const state = stepFrom(one.state, step)
  if (state === undefined) return undefined
  const event = { step, at, by, ...(reason === undefined || reason === '' ? {} : { reason }) }
  return { ...one, state, history: [...one.history, event], by, edition: one.edition + 1 }
}

/** Lets a step happen by itself, where it is still to happen. Again it changes nothing. */
export async function stepByItself(
  id: string,
  step: ProvisionStep,
  isDue: (one: Provision) => boolean = () => true,
): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    const found = await readProvision(id)
    if (found === undefined || !isDue(found)) return
    const next = stepped(found, step, { by: 'system', at: now() })
    if (next === undefined || (await saveProvision(next))) return
  }
  throw new Error(`the ask ${id} is contended: the step comes again`)
}

/** Whether an ask still gives something now. */
export const isGiven = (one: Provision): boolean => givenAt(one, now()) !== undefined
