import type { ReactNode } from 'react'
import type { LoadedResource } from '../hooks/resource'
import { ErrorState, ProblemNotice, SkeletonList } from '../primitives/States'

/** One thing read from the server in all its states. What is already known stays in sight when bringing it up to date fails. */
export function Loaded<T>({
  of,
  children,
  skeleton,
}: {
  readonly of: LoadedResource<T>
  readonly children: (data: T) => ReactNode
  readonly skeleton?: ReactNode
}) {
  if (of.data === undefined) {
    if (of.error !== undefined && !of.loading) return <ErrorState error={of.error} onRetry={() => void of.reload()} />
    return skeleton ?? <SkeletonList />
  }
  return (
    <>
      {of.error === undefined ? null : <ProblemNotice error={of.error} />}
      {children(of.data)}
    </>
  )
}
