import { useRouter } from '@tarojs/taro'
import type { BehalfFormReply } from '@zmht/shared/contract'
import { contract } from '@zmht/shared/contract'
import { isPlaceId } from '@zmht/shared/geo'
import { Button, Loaded, Notice, Stack, useResource } from '@zmht/shared/ui'
import { useEffect, useState } from 'react'
import { pages } from '@/lib/navigation'
import { keepApplication } from '@/lib/offline/keep-application'
import { OfficialScreen } from '../frame/OfficialScreen'
import { Gate } from '../session/Gate'
import type { Official } from '../session/official'
import { isUnreached, type Offline, useOffline } from '../tasks/offline'
import { draftId, type Whom, withoutAnybody } from './draft'
import { Enter } from './Enter'
import { behalfForm } from './resources'
import { WhoIsIt } from './WhoIsIt'

/** 代居民办理: for whom it is, then the very form a resident fills in. */
export function BehalfPage() {
  return <Gate>{(me) => <Behalf me={me} />}</Gate>
}

function Behalf({ me }: { readonly me: Official }) {
  const { id = '', person } = useRouter().params
  const offline = useOffline(me)
  const [whom, setWhom] = useState<Whom | undefined>(person === undefined ? undefined : { person, name: '', phone: '' })
  const half = offline?.behalfDrafts.of(draftId(id, {}))
  return (
    <OfficialScreen me={me} title="代居民办理" current={pages.channels} back={pages.channels}>
      {whom === undefined ? (
        <Stack gap={4} className="g-column">
          {half === undefined ? null : (
            <Notice
              title={`替${half.whom.name}填了一半`}
              action={
                <Button variant="quiet" onPress={() => setWhom(half.whom)}>
                  接着填
                </Button>
              }
            >
              存在这台设备上，可以接着填。
            </Notice>
          )}
          <WhoIsIt me={me} onWhom={setWhom} />
        </Stack>
      ) : (
        <FormFor
          key={`${whom.person ?? ''} ${whom.name} ${whom.phone}`}
          channelId={id}
          whom={whom}
          offline={offline}
          onOther={person === undefined ? () => setWhom(undefined) : undefined}
        />
      )}
    </OfficialScreen>
  )
}

function FormFor({
  channelId,
  whom,
  offline,
  onOther,
}: {
  readonly channelId: string
  readonly whom: Whom
  readonly offline: Offline | undefined
  readonly onOther: (() => void) | undefined
}) {
  const loaded = useResource(behalfForm, `${channelId}/${whom.person ?? ''}/${whom.home ?? ''}`)
  const unreached = isUnreached(loaded.error)
  const kept = useKeptForm(offline, channelId, loaded.data)
  const data =
    loaded.data ??
    (unreached && isPlaceId(whom.home ?? '') && whom.home !== undefined && kept !== undefined
      ? { ...kept, home: whom.home }
      : undefined)
  const shown = data === undefined ? loaded : { ...loaded, data, error: undefined }
  return (
    <Loaded of={shown}>
      {(form) =>
        offline === undefined ? null : (
          <Enter form={form} whom={whom} offline={offline} unreached={unreached} onOther={onOther} />
        )
      }
    </Loaded>
  )
}

/** A form as it was opened last, without anybody's data: what can be filled in where there is no network. */
function useKeptForm(
  offline: Offline | undefined,
  channelId: string,
  opened: BehalfFormReply | undefined,
): BehalfFormReply | undefined {
  const [kept, setKept] = useState<BehalfFormReply>()
  useEffect(() => {
    if (offline === undefined) return
    if (opened !== undefined) {
      // In a browser the pages that follow are to be there too.
      void offline
        .keep(`behalf-${channelId}`, withoutAnybody(opened))
        .then(() => (offline.lasting ? keepApplication() : undefined))
        .catch(() => undefined)
      return
    }
    let here = true
    void offline.kept(`behalf-${channelId}`).then((stored) => {
      const { data } = contract.channels.behalfForm.reply.safeParse(stored)
      if (here && data !== undefined) setKept(data)
    })
    return () => {
      here = false
    }
  }, [offline, channelId, opened])
  return kept
}
