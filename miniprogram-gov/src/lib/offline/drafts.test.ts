import { expect, test } from 'vitest'
import { draftsOf } from './drafts'
import { noCipher, passingShelf, vaultOf } from './vault'

interface Draft {
  readonly id: string
  readonly text: string
}

const parse = (stored: unknown): Draft | undefined =>
  typeof stored === 'object' && stored !== null && 'id' in stored && 'text' in stored
    ? { id: String(stored.id), text: String(stored.text) }
    : undefined

const aVault = () => vaultOf('o1', passingShelf(), noCipher)

test('what is typed is there again after the application was closed, as it stood last; what was forgotten is not', async () => {
  const vault = aVault()
  const drafts = await draftsOf(vault, parse)
  for (const text of ['一', '一户', '一户三口']) drafts.keep({ id: 'i1', text })
  drafts.keep({ id: 'i2', text: '走了' })
  drafts.forget('i2')
  expect(drafts.of('i1')?.text).toBe('一户三口')
  // Whoever reads comes after what is still being written.
  while ((await vault.names('draft.')).length === 0 || (await vault.read('draft.i1')) === undefined);
  const again = await draftsOf(vault, parse)
  expect(again.of('i1')).toEqual({ id: 'i1', text: '一户三口' })
  expect(again.of('i2')).toBeUndefined()
})

test('as many doors as there are can be half filled in', async () => {
  const vault = aVault()
  const drafts = await draftsOf(vault, parse)
  for (let at = 0; at < 60; at++) drafts.keep({ id: `i${at}`, text: String(at) })
  while ((await vault.names('draft.')).length < 60);
  const again = await draftsOf(vault, parse)
  for (let at = 0; at < 60; at++) expect(again.of(`i${at}`)?.text).toBe(String(at))
})

test('what an older edition wrote differently is left alone', async () => {
  const vault = aVault()
  await vault.write('draft.i1', { other: true })
  expect((await draftsOf(vault, parse)).of('i1')).toBeUndefined()
  expect(await vault.read('draft.i1')).toEqual({ other: true })
})
