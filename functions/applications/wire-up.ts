import type { ApplicationContent } from '@zmht/shared/contract'
import { type TransactionPart, transact } from '../platform/table/write'
import type { Application, Made } from './domain/application'
import { forgetWires, type KeptWire, unwirePart, wirePart } from './wire.store'

/** Puts the wires of an application where what sets them off is, and takes away those it had before. */
export async function wireUp(
  before: { readonly content: ApplicationContent } | undefined,
  { id: bundle, content }: Pick<Application, 'id' | 'content'>,
  made: Readonly<Record<string, Made>>,
): Promise<void> {
  const kept = wiresOf(bundle, content, made)
  const former = before === undefined ? [] : wiresOf(bundle, before.content, made)
  const isKept = ({ source, key }: KeptWire) => kept.some((one) => one.source === source && one.key === key)
  const parts: TransactionPart[] = [...kept.map(wirePart), ...former.filter((one) => !isKept(one)).map(unwirePart)]
  if (parts.length > 0) await transact(parts)
  for (const { source } of [...kept, ...former]) forgetWires(source)
}

const wiresOf = (bundle: string, { wiring }: ApplicationContent, made: Readonly<Record<string, Made>>): KeptWire[] =>
  wiring.flatMap((wire) => {
    const source = made[wire.when.part]?.id
    return source === undefined ? [] : [{ source, bundle, key: wire.key, wire }]
  })
