/** Writes, or previews, a large sheet in a process of its own, and tells how much memory it needed at its most. See `sheets.ts`. */
import type { PlaceId } from '@zmht/shared/geo'
import { idCheckCharacter } from '@zmht/shared/knowledge/identifiers'
import { jobKinds } from '../../functions/entries/jobs'
import { cityOf, dictionaryJob } from '../../functions/hierarchy/city-dictionary'
import { readPlace } from '../../functions/hierarchy/place.store'
import { begin } from '../../functions/ledgers/sheets/begin'
import { newSheetImport, readImport, saveImport } from '../../functions/ledgers/sheets/import.store'
import { sheetFile } from '../../functions/ledgers/sheets/shelf'
import { now } from '../../functions/platform/clock'
import { putStored, storedFile } from '../../functions/platform/files/bucket'
import { createJob } from '../../functions/platform/job.store'
import { runStep } from '../../functions/platform/jobs'
import { useQueues } from '../../functions/platform/stream/queue'
import { aLedger } from '../sheets'
import { asOfficePrograms } from './large-sheet'

const [what = '', count = '0', placeGiven = '', official = ''] = process.argv.slice(2)
const place = placeGiven as PlaceId // given by the bench from one
const rows = Number(count)
const importId = 'jbench0000000000000sheet'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' as const
useQueues({ send: async () => undefined, sendJob: async () => undefined })

const two = (number: number): string => String(number).padStart(2, '0')
function idNumber(number: number): string {
  const [rest, order] = [Math.floor(number / 999), number % 999]
  const day = `${1940 + (rest % 60)}${two(1 + (Math.floor(rest / 60) % 12))}${two(1 + (Math.floor(rest / 720) % 28))}`
  const seventeen = `110105${day}${String(order + 1).padStart(3, '0')}`
  return seventeen + idCheckCharacter(seventeen)
}

function* residents(): Generator<readonly string[]> {
  for (let number = 0; number < rows; number++) {
    const home = number % 60
    const door = `${1 + (Math.floor(home / 2) % 5)}0${1 + (home % 2)}`
    yield [
      String(number + 1),
      `${'李王张刘陈杨黄赵吴周'.charAt(number % 10)}${'立雨惊春清谷夏小芒暑'.charAt(Math.floor(number / 10) % 10)}`,
      idNumber(number),
      `19${String(number).padStart(9, '0')}`,
      `花家地北里${1 + Math.floor(home / 20)}号楼${1 + (Math.floor(home / 10) % 2)}单元${door}`,
      '汉族',
      '某某有限公司第三分公司',
      '每周上门一次，敲门时请稍等',
    ]
  }
}

async function jobDone(id: string): Promise<void> {
  while ((await runStep(jobKinds, id)) !== undefined);
}

if (what === 'write') {
  const headings = ['序号', '姓名', '身份证号码', '手机号', '现住址', '民族', '工作单位', '备注']
  await putStored(sheetFile(importId), await asOfficePrograms(headings, residents), type)
  process.send?.({ megabytes: 0, rows, good: rows, fileMegabytes: 0 })
} else {
  const around = await readPlace(place)
  if (around === undefined) throw new Error('the demonstration place was not made')
  // Nobody has started the jobs that wait in the bench's table: the addresses need the city's dictionary.
  const dictionary = 'jd-bench'
  await createJob({ id: dictionary, kind: dictionaryJob, input: { city: cityOf(around) }, by: 'system', message: '' })
  await jobDone(dictionary)
  const bytes = (await storedFile(sheetFile(importId)))?.bytes ?? 0
  const ledger = await aLedger({ places: { north: place, west: place, datong: place } })
  const said = { id: importId, ledger, by: official, byName: '', at: now(), name: '居民.xlsx', type, bytes }
  const fresh = await saveImport({ ...newSheetImport(said), state: 'reading', reading: 1, job: `${importId}-r1` })
  if (fresh === undefined) throw new Error('the import was not saved')
  await begin(fresh)
  await jobDone(`${importId}-r1`)
  const read = await readImport(importId)
  if (read?.state !== 'read') throw new Error(`the sheet was not read: ${read?.message}`)
  const checking = await saveImport({ ...read, state: 'checking', checking: 1, job: `${importId}-c1` })
  if (checking === undefined) throw new Error('the import was not saved')
  await begin(checking)
  await jobDone(`${importId}-c1`)
  const checked = (await readImport(importId))?.checked
  if (checked === undefined) throw new Error('the sheet was not checked')
  const megabytes = process.resourceUsage().maxRSS / 1024
  const good = checked.new + checked.known
  process.send?.({ megabytes, rows: checked.rows, good, fileMegabytes: bytes / 1024 / 1024, reasons: checked.reasons })
}
process.disconnect?.()
