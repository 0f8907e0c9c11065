import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import type { Api } from '../../contract'
import {
  baseKnowledge,
  baseVersion,
  compareVersions,
  type Knowledge,
  type Release,
  withReleases,
} from '../../knowledge'
import { createStore, useStore } from '../hooks/store'

const storageKey = 'knowledge-releases'
/** How often a form asks whether something was published meanwhile. */
const freshMillis = 60_000

/** What is kept between starts belongs to the version the application was built with. */
interface KeptReleases {
  readonly base: string
  readonly releases: readonly Release[]
}

function keptReleases(): readonly Release[] {
  const kept: KeptReleases | '' | undefined = Taro.getStorageSync(storageKey)
  return typeof kept === 'object' && kept.base === baseVersion ? kept.releases : []
}

export interface KnowledgeSource {
  /** The knowledge system as far as this device knows it; asks in the background for what has been published since. */
  readonly useKnowledge: () => Knowledge
  /** Asks now. @returns the system after that; offline, the one known so far */
  readonly refresh: () => Promise<Knowledge>
}

/** The system an application was built with, brought up to date by published revisions, which are kept on the device. */
export function knowledgeSourceOf(api: Api): KnowledgeSource {
  const store = createStore<Knowledge>(baseKnowledge)
  let opened = false
  let asked = 0
  const open = () => {
    if (opened) return
    opened = true
    const releases = keptReleases()
    if (releases.length > 0) store.set(withReleases(baseKnowledge, releases))
  }
  const refresh = async (): Promise<Knowledge> => {
    open()
    asked = Date.now()
    try {
      const { version, releases } = await api.knowledge.releases({ query: {} })
      if (compareVersions(version, store.get().version) !== 0) {
        Taro.setStorageSync(storageKey, { base: baseVersion, releases } satisfies KeptReleases)
        store.set(withReleases(baseKnowledge, releases))
      }
    } catch {
      // Without an answer the form is filled in by what is known; the server checks by what is in force.
    }
    return store.get()
  }
  const useKnowledge = (): Knowledge => {
    open()
    useEffect(() => {
      if (Date.now() - asked > freshMillis) void refresh()
    }, [])
    return useStore(store)
  }
  return { useKnowledge, refresh }
}
