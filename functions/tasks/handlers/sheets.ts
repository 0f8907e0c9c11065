import { createHash } from 'node:crypto'
import { taskRoutes as routes, type TaskSheetReply, type UnitReport } from '@zmht/shared/contract'
import { plainTemplate } from '@zmht/shared/filling'
import { levels, shortName } from '@zmht/shared/geo'
import { dayInChina, type Instant } from '@zmht/shared/knowledge'
import { Problem } from '@zmht/shared/problems'
import { fileName, mediaTypeOf } from '@zmht/shared/rules'
import { type PlaceFacts, placeFacts } from '../../hierarchy/index'
import { knowledgeNow } from '../../knowledge/index'
import type { Official } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { putStored, readAddress, readStored, storedFile } from '../../platform/files/bucket'
import { keepParts, readFile } from '../../platform/files/file.store'
import { fileToKeep } from '../../platform/files/files'
import { contentOf, isIntact } from '../../platform/signature'
import { columnsOf, explained, fillingOf, type Group, isGroup, namesOf } from '../domain/sheet'
import { shownMeasures } from '../measured'
import { asReached } from '../reach'
import { frozenNumbers, liveNumbers } from '../sheets/gather'
import { checkWorkbook, fillIn, openWorkbook, packWorkbook, type Workbook, workbookOf } from '../sheets/workbook'
import { type AttachedSheet, readTask, saveTask, type Task } from '../task.store'
import { asIssuer, isIssuer, locateForReader, locateTask, taskResource } from '../task-access'
import { readUnitEntry } from '../unit.store'
import { reportPurpose } from '../units'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const wrongFile = (message: string): Problem => new Problem('invalid', { fields: [{ path: 'body.file', message }] })

/** @returns the bytes of a file as they were marked; nothing where the bucket lost them, or others were posted over them */
async function bytesOf(id: string, mark: string | undefined): Promise<Buffer | undefined> {
  const bytes = await readStored(id)
  // Looked at after it was read: what was posted in between is told as well.
  return mark !== undefined && (await storedFile(id))?.mark === mark ? bytes : undefined
}

/** @returns what was attached; nothing where it is not there any more as it was, or cannot be read */
async function templateOf({ file }: AttachedSheet): Promise<Workbook | undefined> {
  const bytes = await bytesOf(file, (await readFile(file))?.mark)
  if (bytes === undefined) return undefined
  try {
    return await openWorkbook(bytes)
  } catch (problem) {
    if (problem instanceof Problem) return undefined
    throw problem
  }
}

async function showSheet(task: Task, actor: Official, opened?: Workbook): Promise<TaskSheetReply> {
  const { sheet, content } = task
  const measures = shownMeasures(content, await knowledgeNow())
  // What it names may have gone since: it is looked at as the task is now.
  const workbook = sheet === undefined ? undefined : (opened ?? (await templateOf(sheet)))
  const unknown = workbook === undefined ? [] : checkWorkbook(workbook, namesOf(measures)).unknown
  return {
    ...(sheet === undefined ? {} : { attached: { name: sheet.name, at: sheet.at, by: sheet.byName } }),
    unknown: [...unknown],
    names: [...explained(measures)],
    mine: isIssuer(actor, task.organisationId),
  }
}

export const taskSheet = endpoint(routes.taskSheet, {
  locate: locateForReader,
  handle: async ({ actor, loaded: { task, tiers } }) => {
    await asReached(task, tiers, actor)
    return showSheet(task, actor)
  },
})

export const attachSheet = endpoint(routes.attachSheet, {
  locate: locateTask,
  handle: async ({ body, actor, now, loaded: seen }) => {
    await asIssuer(actor, seen, now)
    if (seen.sheet?.file === body.file) return showSheet(seen, actor)
    const kept = await fileToKeep(body.file, 'file', { actor: actor.id, at: now, mayUse: async () => false })
    if ('refused' in kept) throw wrongFile(kept.refused)
    const file = await readFile(body.file)
    if (file === undefined || file.type !== mediaTypeOf('.xlsx'))
      throw wrongFile('模板应是 .xlsx 表格，请在 Excel 或 WPS 里另存为 .xlsx 再上传')
    const bytes = await bytesOf(body.file, kept.mark)
    if (bytes === undefined) throw wrongFile('文件没有传完整，请重新上传；原来的模板没有变')
    const workbook = await openWorkbook(bytes)
    const measures = shownMeasures(seen.content, await knowledgeNow())
    if (checkWorkbook(workbook, namesOf(measures)).found === 0)
      throw wrongFile('表里没有占位符，例如“{{地点}}”。请先下载示例模板看看写法，改好再上传；原来的模板没有变')
    const next: Task = {
      ...seen,
      sheet: { file: body.file, name: file.name ?? '模板.xlsx', at: now, byName: nameOf(actor) },
      edition: seen.edition + 1,
      by: actor.id,
    }
    const beside = keepParts(kept, {
      fileId: body.file,
      subject: `task/${seen.id}`,
      attribute: 'own',
      sensitivity: 'internal',
      at: now,
    })
    if (!(await saveTask(next, seen, beside))) throw new Problem('changed')
    return showSheet(next, actor, workbook)
  },
})

export const detachSheet = endpoint(routes.detachSheet, {
  locate: locateTask,
  handle: async ({ actor, now, loaded: seen }) => {
    await asIssuer(actor, seen, now)
    const { sheet, ...rest } = seen
    if (sheet === undefined) return showSheet(seen, actor)
    const next: Task = { ...rest, edition: seen.edition + 1, by: actor.id }
    if (!(await saveTask(next, seen))) throw new Problem('changed')
    return showSheet(next, actor)
  },
})

const nameOf = ({ posts, name }: Official): string => [posts[0]?.title, name].filter(Boolean).join(' ')

export const exportTask = endpoint(routes.exportTask, {
  locate: async ({ params, body }) => {
    const task = await readTask(params.taskId)
    if (task === undefined) throw new Problem('not-found')
    const place = await placeFacts(body.place)
    return { resource: await taskResource(task, place.lineage), loaded: { task, place } }
  },
  handle: async ({ body, actor, now, loaded: { task, place } }) => {
    await asReached(task, place.tiers, actor)
    if (body.shape === 'template') {
      const bytes = await packWorkbook((await plainOf(task, { explains: true, rows: true })).parts)
      return served(task, `${task.content.title} 示例模板.xlsx`, bytes)
    }
    if (task.state === 'draft') throw new Problem('step-not-allowed')
    if (body.shape === 'own' && task.sheet === undefined)
      throw new Problem('invalid', {
        fields: [{ path: 'body.shape', message: '这个任务没有附上级要的表样，请用一般的样子导出' }],
      })
    const report = body.report === undefined ? undefined : await reportOf(task, place, body.report)
    const workbook =
      body.shape === 'own' && task.sheet !== undefined
        ? await attachedTo(task.sheet)
        : await plainOf(task, {
            explains: false,
            // Inside a community there are no units.
            rows: levels.indexOf(place.level) < levels.indexOf('community'),
            ...(report === undefined ? {} : { frozen: report.measures ?? [] }),
          })
    const measures = report?.measures ?? shownMeasures(task.content, await knowledgeNow())
    const asked = new Set<Group>([...checkWorkbook(workbook, namesOf(measures)).asked].filter(isGroup))
    const numbers =
      report === undefined
        ? await liveNumbers(task, place, asked, { name: nameOf(actor), at: now })
        : await frozenNumbers(task, place, report, asked)
    const bytes = await fillIn(workbook, fillingOf(numbers))
    return served(task, nameFor(task, place, report?.at ?? now, report !== undefined), bytes)
  },
})

/** @throws Problem `invalid` */
async function attachedTo(sheet: AttachedSheet): Promise<Workbook> {
  const workbook = await templateOf(sheet)
  if (workbook !== undefined) return workbook
  const message = `表样“${sheet.name}”上传以后被改动过，不能按它导出。请下达任务的人重新上传，或者用一般的样子导出`
  throw new Problem('invalid', { fields: [{ path: 'body.shape', message }] })
}

/** The plain shape; `explains`: with the sheet that tells what can be named, to begin a template from. */
async function plainOf(
  task: Task,
  { explains, rows, frozen }: { explains: boolean; rows: boolean; frozen?: UnitReport['measures'] },
): Promise<Workbook> {
  const measures = frozen ?? shownMeasures(task.content, await knowledgeNow())
  return workbookOf(
    plainTemplate({
      sheet: '汇总表',
      columns: columnsOf(measures),
      ...(rows ? { group: '下级' } : {}),
      ...(explains
        ? { help: explained(measures).map(({ name, says, example }) => [name, says, example] as const) }
        : {}),
    }),
  )
}

/** A report of the very place, as it was signed. @throws Problem `not-found` */
async function reportOf(task: Task, place: PlaceFacts, key: string): Promise<UnitReport> {
  const { signature = '' } = (await readUnitEntry(task.id, place.id, key)) ?? {}
  const content = signature === '' ? undefined : contentOf(signature)
  if (typeof content !== 'object' || content === null || !('groups' in content)) throw new Problem('not-found')
  if (!(await isIntact(reportPurpose, signature)))
    throw new Problem('invalid', {
      fields: [{ path: 'body.report', message: '这份上报和上报时不一样，内容被改动过，不能导出。请联系技术人员' }],
    })
  return content as UnitReport // as `frozen` made it
}

function nameFor({ content }: Task, { name, level }: PlaceFacts, at: Instant, frozen: boolean): string {
  const words = [content.title, shortName({ name, level }), dayInChina(at), frozen ? '上报' : ''].filter(Boolean)
  return `${words.join(' ')}.xlsx`
}

/** Exports go by themselves after a month. The same again is written to the same place. */
async function served({ id }: Task, name: string, bytes: Buffer) {
  const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 24)
  const key = `exports/tasks/${id}/${mark}`
  await putStored(key, bytes, xlsx)
  const shown = fileName(name) ?? '汇总表.xlsx'
  return { url: await readAddress(key, { name: shown, type: xlsx }), name: shown }
}
