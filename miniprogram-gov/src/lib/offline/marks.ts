import Taro from '@tarojs/taro'
import * as z from '@zmht/shared/contract/z'
import { createStore, type Store, useStore } from '@zmht/shared/ui'
import { wipeOffline } from './shelf'

/**
 * What the first pages say of an official's offline work before the package that can open it is loaded: how much, and of which tasks.
 * Nothing of anybody the items are about.
 */
export interface Marks {
  /** How many answers have not been sent. */
  readonly unsent: number
  /** How many of them wait for the official: not taken, or filled in differently by somebody else. */
  readonly waiting: number
  readonly packs: readonly {
    readonly task: string
    readonly title: string
    readonly place?: string
    readonly items: number
    readonly left: number
  }[]
}

const number = z.number()
const text = z.string()
const marks: z.ZodMiniType<Marks, unknown> = z.strictObject({
  unsent: number,
  waiting: number,
  packs: z.array(
    z.strictObject({ task: text, title: text, place: z.exactOptional(text), items: number, left: number }),
  ),
})
const none: Marks = { unsent: 0, waiting: 0, packs: [] }
const keyOf = (owner: string): string => `zmht-gov-offline-${owner}`
const stores = new Map<string, Store<Marks>>()

function marksOf(owner: string): Store<Marks> {
  const known = stores.get(owner)
  if (known !== undefined) return known
  const created = createStore(marks.safeParse(Taro.getStorageSync<unknown>(keyOf(owner))).data ?? none)
  stores.set(owner, created)
  return created
}

export const useMarks = (owner: string): Marks => useStore(marksOf(owner))

/** @returns how many answers of an official have not been sent from here */
export const unsentOf = (owner: string): number => marksOf(owner).get().unsent

export function setMarks(owner: string, change: Partial<Marks>): void {
  const next = { ...marksOf(owner).get(), ...change }
  Taro.setStorageSync(keyOf(owner), next)
  marksOf(owner).set(next)
}

const forgetters = new Set<(owner: string) => void>()

/** @param forget told when an official's records were taken away */
export function onWiped(forget: (owner: string) => void): void {
  forgetters.add(forget)
}

/** Takes away all that an official kept here: when they sign out. */
export async function wipe(owner: string): Promise<void> {
  for (const forget of forgetters) forget(owner)
  Taro.removeStorageSync(keyOf(owner))
  marksOf(owner).set(none)
  await wipeOffline(owner).catch(() => undefined)
}
