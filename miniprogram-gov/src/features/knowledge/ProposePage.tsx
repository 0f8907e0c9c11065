import { useRouter } from '@tarojs/taro'
import { mintProposalId } from '@zmht/shared/contract'
import type { Knowledge } from '@zmht/shared/knowledge'
import { ErrorState, Loaded, SkeletonList, useResource } from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { DraftEditor } from './DraftEditor'
import { blankDraft, draftOf, withAdded } from './draft'
import { type LocalDraft, revisionDrafts } from './local-drafts'
import { isUnknown, type Wish, wishedChange } from './opening'
import type { Prose } from './prose'
import { revisionOf } from './resources'
import { useStandard } from './useStandard'

export function ProposePage() {
  return <Gate>{(me) => <Propose me={me} />}</Gate>
}

function Propose({ me }: { readonly me: Official }) {
  const { params } = useRouter()
  const asked = fromAddress(params.id)
  const { knowledge, standard } = useStandard()
  const wish: Wish = {
    name: fromAddress(params.name),
    of: fromAddress(params.of),
    revise: fromAddress(params.revise),
    deprecate: fromAddress(params.deprecate),
    codes: fromAddress(params.codes),
    rename: fromAddress(params.rename),
  }
  // Read once: what is written afterwards must not open something else.
  const [begun] = useState(() => {
    const kept =
      asked === ''
        ? params.fresh
          ? undefined
          : revisionDrafts.of(me.id).find(({ proposed }) => !proposed)
        : revisionDrafts.kept(asked, me.id)
    return { kept, id: kept?.id ?? (asked || mintProposalId()) }
  })
  const { kept, id } = begun
  const editor = { me, id, knowledge, wish }
  return (
    <OfficialScreen me={me} title="提议修订" current={pages.home} back={pages.revisions}>
      <Loaded of={standard}>
        {({ prose }) =>
          kept === undefined && asked !== '' ? (
            <FromServer {...editor} prose={prose} />
          ) : (
            <Opened {...editor} prose={prose} held={kept} />
          )
        }
      </Loaded>
    </OfficialScreen>
  )
}

interface Opening {
  readonly me: Official
  readonly id: string
  readonly knowledge: Knowledge
  readonly prose: Prose
  readonly wish: Wish
}

/** A proposal that is to be rewritten; an id the server does not know was made here for a draft nobody wrote anything in. */
function FromServer(opening: Opening) {
  const loaded = useResource(revisionOf, opening.id)
  if (loaded.data !== undefined) {
    const draft = draftOf(opening.knowledge, opening.prose, loaded.data)
    return <Opened {...opening} held={{ draft, proposed: true }} />
  }
  if (loaded.error === undefined || loaded.loading) return <SkeletonList />
  return isUnknown(loaded.error) ? (
    <Opened {...opening} held={undefined} />
  ) : (
    <ErrorState error={loaded.error} onRetry={() => void loaded.reload()} />
  )
}

/** What is there, with what the link asked for added to it once. */
function Opened({
  me,
  id,
  knowledge,
  prose,
  wish,
  held,
}: Opening & { readonly held: Pick<LocalDraft, 'draft' | 'proposed'> | undefined }) {
  const proposed = held?.proposed ?? false
  const [initial] = useState(() => {
    const draft = held?.draft ?? blankDraft
    const change = wishedChange(knowledge, prose, wish)
    return change === undefined ? { draft } : { draft: withAdded(draft, change), added: true }
  })
  const { draft, added } = initial
  useEffect(() => {
    if (added) revisionDrafts.keep({ id, draft, proposed, by: me.id })
    // Loaded again, the page opens what is kept now, and adds nothing a second time.
    for (const word of ['name', 'of', 'revise', 'deprecate', 'codes', 'rename', 'fresh']) rememberInAddress(word, '')
    rememberInAddress('id', id)
  }, [id, draft, added, proposed, me.id])
  return (
    <DraftEditor
      id={id}
      by={me.id}
      initial={draft}
      opened={added ? draft.changes.at(-1)?.key : undefined}
      proposed={proposed}
      knowledge={knowledge}
      prose={prose}
    />
  )
}
