import type { PersonnelReply } from '@zmht/shared/contract'
import {
  Card,
  EmptyState,
  ErrorState,
  MoreOfList,
  Section,
  SkeletonList,
  Timeline,
  useNow,
  usePaged,
} from '@zmht/shared/ui'
import { useCallback, useEffect, useRef } from 'react'
import { api } from '@/lib/api'
import { dayOf } from '@/lib/dates'
import { happeningStep } from './happenings'

/** Who came, went, was promoted, away or merged, the latest first. Read anew when `edition` changes. */
export function OrganisationHistory({ id, edition }: { readonly id: string; readonly edition: number }) {
  const now = useNow()
  const paged = usePaged<PersonnelReply>(
    useCallback(
      (cursor: string | undefined) =>
        api.permissions.organisationHistory({
          params: { organisationId: id },
          query: cursor === undefined ? {} : { cursor },
        }),
      [id],
    ),
  )
  const seen = useRef(edition)
  const { reload } = paged
  useEffect(() => {
    if (seen.current !== edition) void reload()
    seen.current = edition
  }, [edition, reload])
  return (
    <Section title="人员变动">
      {paged.items.length === 0 ? (
        paged.error !== undefined && !paged.loading ? (
          <ErrorState error={paged.error} onRetry={() => void paged.reload()} />
        ) : paged.first || paged.loading ? (
          <SkeletonList count={1} />
        ) : (
          <Card>
            <EmptyState icon="clock" title="还没有变动记录" detail="任职、调动、晋升、休假和合并会按日期记在这里。" />
          </Card>
        )
      ) : (
        <>
          <Card>
            <Timeline label="人员变动" steps={paged.items.map((one) => happeningStep(one, now, dayOf(now)))} />
          </Card>
          <MoreOfList paged={paged} />
        </>
      )}
    </Section>
  )
}
