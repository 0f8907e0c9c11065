import type { ReactNode } from 'react'
import type { FileKind } from '../../knowledge'
import { fileKindNames } from '../../rules'
import { List } from '../primitives/List'
import { Stack } from '../primitives/Stack'
import type { FileStore } from './control'
import { StoredFile } from './StoredFile'

/** The files of one answer to look at: photos and signatures as small pictures, papers by their names; each opens. */
export function FilesShown({
  label,
  files,
  store,
  below,
}: {
  readonly label: string
  readonly files: readonly { readonly id: string; readonly kind: FileKind }[]
  readonly store: Pick<FileStore, 'open' | 'stamp'>
  /** What is to be said of one, under it. */
  readonly below?: ((id: string) => ReactNode) | undefined
}) {
  return (
    <List gap label={label}>
      {files.map(({ id, kind }) => {
        const alike = files.filter((one) => one.kind === kind).map((one) => one.id)
        const words = wordsFor(kind, alike.indexOf(id), alike.length)
        const whole = kind === 'signature'
        const shown = <StoredFile key={id} store={store} id={id} words={words} picture={undefined} whole={whole} />
        const said = below?.(id)
        if (said === undefined || said === null) return shown
        return (
          <Stack key={id} gap={1}>
            {shown}
            {said}
          </Stack>
        )
      })}
    </List>
  )
}

/** Papers are called by their names; photos rarely have one worth reading. */
function wordsFor(kind: FileKind, index: number, count: number): string | undefined {
  if (kind === 'file') return undefined
  return count > 1 ? `${fileKindNames[kind]} ${index + 1}` : fileKindNames[kind]
}
