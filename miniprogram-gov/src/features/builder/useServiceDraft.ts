import type { ChannelReply } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { channelTemplate } from '@zmht/shared/templates'
import { useEffect, useReducer, useRef, useState } from 'react'
import { api } from '@/lib/api'
import { channel } from '../channels/resources'
import { type BuilderAction, type BuilderState, build, startBuilder } from './builder-state'
import { forgetLocalDraft, keepLocalDraft, type LocalDraft, readLocalDraft } from './local-draft'
import { basicProblems, blankDraft, draftFromChannel, draftFromTemplate, type ServiceDraft } from './service-draft'

/** What a page needs to start: where the content comes from. */
export type Source =
  | { readonly from: 'here'; readonly kept: LocalDraft }
  | { readonly from: 'server'; readonly channel: ChannelReply }

/** @returns the content a builder opens with: what is unsaved on this device, else a template for a new service, else the server's */
export async function openService(id: string, template: string | undefined): Promise<Source> {
  const kept = readLocalDraft(id)
  if (kept?.unsaved) return { from: 'here', kept }
  if (template !== undefined) {
    const chosen = channelTemplate(template)
    return { from: 'here', kept: { draft: chosen ? draftFromTemplate(chosen) : blankDraft, unsaved: true } }
  }
  return { from: 'server', channel: await api.channels.channel({ params: { channelId: id } }) }
}

export interface ServiceEditor {
  readonly state: BuilderState<ServiceDraft>
  readonly draft: ServiceDraft
  readonly dispatch: (action: BuilderAction<ServiceDraft>) => void
  readonly saving: boolean
  /** Something on this device is not on the server. */
  readonly unsaved: boolean
  readonly error: unknown
  /** Saves; true once the server has it. */
  readonly save: (options?: { readonly over?: boolean }) => Promise<boolean>
  /** After a colleague saved meanwhile: takes their version. Ours stays one step back. */
  readonly takeTheirs: () => Promise<void>
}

export function useServiceEditor(id: string, source: Source): ServiceEditor {
  const first = source.from === 'here' ? source.kept.draft : draftFromChannel(source.channel)
  const [state, dispatch] = useReducer(build<ServiceDraft>, first, startBuilder<ServiceDraft>)
  const [edition, setEdition] = useState(source.from === 'here' ? source.kept.edition : source.channel.edition)
  const [savedDraft, setSavedDraft] = useState(source.from === 'here' ? undefined : first)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<unknown>()
  const running = useRef(false)
  const draft = state.present
  const unsaved = draft !== savedDraft

  useEffect(() => {
    if (unsaved) keepLocalDraft(id, { draft, unsaved, ...(edition === undefined ? {} : { edition }) })
    else forgetLocalDraft(id)
  }, [id, draft, unsaved, edition])

  const took = (reply: ChannelReply, sent: ServiceDraft) => {
    channel.put(id, reply)
    setEdition(reply.edition)
    setSavedDraft(sent)
  }
  const save: ServiceEditor['save'] = async ({ over = false } = {}) => {
    if (running.current || basicProblems(draft).length > 0) return false
    if (!unsaved) return true
    running.current = true
    setSaving(true)
    setError(undefined)
    const content = { ...draft, title: draft.title.trim(), summary: draft.summary.trim() }
    const params = { channelId: id }
    try {
      const base = over ? (await api.channels.channel({ params })).edition : edition
      const reply =
        base === undefined
          ? await api.channels.create({ params, body: content })
          : await api.channels.revise({ params, body: { edition: base, content } })
      took(reply, draft)
      return true
    } catch (problem) {
      setError(problem)
      return false
    } finally {
      running.current = false
      setSaving(false)
    }
  }
  const takeTheirs = async () => {
    try {
      const theirs = await api.channels.channel({ params: { channelId: id } })
      const content = draftFromChannel(theirs)
      dispatch({ do: 'replace', draft: content })
      took(theirs, content)
      setError(undefined)
    } catch (problem) {
      setError(problem)
    }
  }
  return { state, draft, dispatch, saving, unsaved, error, save, takeTheirs }
}

/** Whether a colleague saved the same service meanwhile. */
export function isChangedElsewhere(error: unknown): boolean {
  return error instanceof Problem && error.kind === 'conflict'
}
