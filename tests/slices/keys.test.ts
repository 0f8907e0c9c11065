import { expect, test } from 'vitest'
import '../../functions/applications/bundle.store'
import '../../functions/applications/wire.store'
import '../../functions/channels/behalf/waiting.store'
import '../../functions/channels/burden.store'
import '../../functions/channels/cases/case.store'
import '../../functions/channels/cases/near.store'
import '../../functions/channels/channel.store'
import '../../functions/channels/community-page/board.store'
import '../../functions/channels/consent.store'
import '../../functions/channels/delivery.store'
import '../../functions/channels/desk.store'
import '../../functions/channels/limits.store'
import '../../functions/channels/notices/notice.store'
import '../../functions/channels/picture-check/check.store'
import '../../functions/channels/public-answers/answer.store'
import '../../functions/channels/notices/offer.store'
import '../../functions/channels/notices/reader.store'
import '../../functions/channels/notices/receipt.store'
import '../../functions/channels/notices/run.store'
import '../../functions/channels/open-lists/open.store'
import '../../functions/channels/open311/open311.store'
import '../../functions/channels/outside/hook.store'
import '../../functions/channels/outside/link-consent.store'
import '../../functions/channels/outside/order.store'
import '../../functions/channels/request-lists.store'
import '../../functions/channels/request.store'
import '../../functions/channels/routing/learnt.store'
import '../../functions/channels/shared.store'
import '../../functions/channels/slot.store'
import '../../functions/hierarchy/boundary.store'
import '../../functions/hierarchy/dictionary.store'
import '../../functions/hierarchy/operation.store'
import '../../functions/hierarchy/place.store'
import '../../functions/hierarchy/road.store'
import '../../functions/hierarchy/tree.store'
import '../../functions/knowledge/facts.store'
import '../../functions/knowledge/proposal.store'
import '../../functions/knowledge/prose.store'
import '../../functions/knowledge/release.store'
import '../../functions/knowledge/use.store'
import '../../functions/ledgers/answerable.store'
import '../../functions/ledgers/charge.store'
import '../../functions/ledgers/duplicates.store'
import '../../functions/ledgers/entity.store'
import '../../functions/ledgers/history.store'
import '../../functions/ledgers/ledger.store'
import '../../functions/ledgers/likeness.store'
import '../../functions/ledgers/provisions/data-set.store'
import '../../functions/ledgers/provisions/delivered.store'
import '../../functions/ledgers/provisions/looks.store'
import '../../functions/ledgers/provisions/provision.store'
import '../../functions/ledgers/register.store'
import '../../functions/ledgers/row.store'
import '../../functions/ledgers/sheets/import.store'
import '../../functions/ledgers/supervision.store'
import '../../functions/ledgers/view.store'
import '../../functions/ledgers/split.store'
import '../../functions/ledgers/token.store'
import '../../functions/overview/choice.store'
import '../../functions/overview/digest.store'
import '../../functions/overview/late.store'
import '../../functions/overview/words.store'
import '../../functions/overview/find/number.store'
import '../../functions/overview/home/arrangement.store'
import '../../functions/overview/home/news.store'
import '../../functions/permissions/account.store'
import '../../functions/permissions/application.store'
import '../../functions/permissions/catalogue.store'
import '../../functions/permissions/client.store'
import '../../functions/permissions/directory.store'
import '../../functions/permissions/duty.store'
import '../../functions/permissions/grant.store'
import '../../functions/permissions/grid.store'
import '../../functions/permissions/handover.store'
import '../../functions/permissions/issuer.store'
import '../../functions/permissions/organisation.store'
import '../../functions/permissions/personnel.store'
import '../../functions/permissions/roster.store'
import '../../functions/platform/audit.store'
import '../../functions/platform/due.store'
import '../../functions/platform/files/file.store'
import '../../functions/platform/job.store'
import '../../functions/platform/stream/counter.store'
import '../../functions/tasks/errand.store'
import '../../functions/tasks/item.store'
import '../../functions/tasks/list.store'
import '../../functions/tasks/kept-measure.store'
import '../../functions/tasks/task.store'
import '../../functions/tasks/unit.store'
import '../../functions/tasks/work.store'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registeredItemTypes } from '../../functions/platform/table/item'
import { tableDefinition } from '../../functions/platform/table-definition'

interface KeyPart {
  readonly field: string
  readonly composite: readonly string[]
  readonly template: string
  readonly casing: string
}
type Index = { readonly index?: string; readonly pk: KeyPart; readonly sk: KeyPart }

const itemTypes = registeredItemTypes().map(({ name, indexes }) => ({
  name,
  indexes: Object.entries(indexes as Readonly<Record<string, Index>>), // as every store declares them
}))
const shown = itemTypes
  .flatMap(({ name, indexes }) =>
    indexes.map(
      ([access, { index, pk, sk }]) => `${name}.${access} ${index ?? 'table'}: ${pk.template} | ${sk.template}`,
    ),
  )
  .sort()

/** A template with its placeholders made alike: two that read the same could make the same key. */
const shapeOf = (template: string): string => template.replace(/\$\{\w+\}/g, '$')

test('every store of the functions is imported here', () => {
  const folder = join(import.meta.dirname, '../../functions')
  const declared = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.store.ts') && !file.includes('node_modules'))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/entity: '(\w+)', version/g)])
    .map(([, name]) => name)
  expect(declared.sort()).toEqual(itemTypes.map(({ name }) => name).sort())
})

test('the keys of every item type are these', () => {
  expect(shown.join('\n')).toMatchSnapshot()
})

test('no two item types share a key of the table or of an index', () => {
  const shapes = itemTypes.flatMap(({ name, indexes }) =>
    indexes.map(([, { index, pk, sk }]) => ({
      name,
      key: [index ?? 'table', shapeOf(pk.template), shapeOf(sk.template)].join(' '),
    })),
  )
  const shared = shapes.filter(({ name, key }) => shapes.some((other) => other.key === key && other.name !== name))
  expect(shared).toEqual([])
})

test('no key is folded to another case, and every key is an attribute of the table', () => {
  for (const { name, indexes } of itemTypes) {
    for (const [access, { index, pk, sk }] of indexes) {
      const prefix = index ?? ''
      expect({ name, access, fields: [pk.field, sk.field] }).toEqual({
        name,
        access,
        fields: [`${prefix}pk`, `${prefix}sk`],
      })
      expect(tableDefinition.attributes).toContain(pk.field)
      expect([pk.casing, sk.casing]).toEqual(['none', 'none'])
    }
  }
})

test('every part of a key is in its template', () => {
  for (const { indexes } of itemTypes)
    for (const [, { pk, sk }] of indexes)
      for (const { template, composite } of [pk, sk])
        expect([...template.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name)).toEqual([...composite])
})
