import { type Api, mintDataSetId, mintJobId, mintLedgerId, mintProvisionId } from '@zmht/shared/contract'
import { sheetTypes } from '@zmht/shared/contract/ledger-sheets'
import { idOfDivision } from '../functions/hierarchy/divisions'
import { dayInChina, now } from '../functions/platform/clock'
import { residentsLedger } from './ledgers'
import type { World } from './world'

/** Data of a district's that a community below it may ask for, with what makes one ask after another of it. */
export async function dataSentDown(world: World, district: Api, secretary: Api) {
  const { north } = world.places
  const within = [idOfDivision('110105')]
  const ledgerId = mintLedgerId()
  await district.ledgers.save({
    params: { ledgerId },
    body: { content: residentsLedger, measures: [], within, edition: 0 },
  })
  await world.workOff()
  const offered = (more: object = {}) => ({
    name: '实有人口',
    about: '全区居民',
    source: 'ledger' as const,
    ledgerId,
    fields: ['person.name', 'person.mobile'],
    ended: false,
    edition: 0,
    ...more,
  })
  const aDataSet = async (source: 'ledger' | 'sheet' = 'ledger') => {
    const dataSetId = mintDataSetId()
    await district.ledgers.offerDataSet({ params: { dataSetId }, body: offered({ source }) })
    return dataSetId
  }
  const dataSetId = await aDataSet()
  const sheetDataSetId = await aDataSet('sheet')
  const { posts } = await secretary.permissions.organisation({ params: { organisationId: `o${north}` } })
  const postId = posts.find(({ title }) => title === '社工')?.id ?? ''
  const asked = (more: object = {}) => ({
    dataSetId,
    fields: ['person.name'],
    purpose: 'visit' as const,
    reason: '重阳节走访老人',
    places: [north],
    posts: [postId],
    until: dayInChina(now()),
    ...more,
  })
  const anAsk = async () => {
    const provisionId = mintProvisionId()
    await secretary.ledgers.askProvision({ params: { provisionId }, body: asked() })
    return provisionId
  }
  const approval = () => ({
    outcome: 'approve' as const,
    edition: 1,
    fields: { 'person.name': 'masked' as const },
    until: dayInChina(now()),
  })
  /** Approved, and to be seen. */
  const aProvision = async () => {
    const provisionId = await anAsk()
    await district.ledgers.decideProvision({ params: { provisionId }, body: approval() })
    await world.workOff()
    return provisionId
  }
  /** A sheet of the district's that has been read and checked, with nothing in it. */
  const aSheet = async () => {
    const { newSheetImport, saveImport } = await import('../functions/ledgers/sheets/import.store')
    const { id: by, name } = await district.permissions.me()
    const id = mintJobId()
    const sheet = {
      id,
      ledger: ledgerId,
      by,
      byName: name,
      at: now(),
      name: '居民.xlsx',
      type: sheetTypes[0],
      bytes: 1,
    }
    const none = { rows: 0, new: 0, known: 0, duplicate: 0, wrong: 0, elsewhere: 0, reasons: {}, refused: [] }
    await saveImport({ ...newSheetImport(sheet), state: 'checked', checked: none })
    return id
  }
  return { ledgerId, dataSetId, sheetDataSetId, postId, offered, asked, anAsk, approval, aProvision, aSheet }
}
