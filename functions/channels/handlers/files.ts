import { channelRoutes } from '@zmht/shared/contract'
import { accessTo, type FieldDecision, type Resource } from '@zmht/shared/permission'
import { Problem } from '@zmht/shared/problems'
import { privacyGuideline } from '@zmht/shared/rules'
import { auditLook } from '../../platform/audit.store'
import type { Actor } from '../../platform/endpoint/actor'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type FileUse, type KeptFile, readFile, readUse } from '../../platform/files/file.store'
import { announceFile, showFile } from '../../platform/files/files'
import { foundBy } from '../errands/found'
import { subjectOfRequest } from '../files'
import { isOwn } from '../for-organisations/delegate'
import { seenByOthers } from '../picture-check/standing'
import { readRequest } from '../request.store'
import { locateRequest } from '../request-access'

const routes = channelRoutes

export const newFile = endpoint(routes.newFile, async ({ body, actor, now }) => {
  if (actor.kind === 'resident' && actor.consented !== privacyGuideline) throw new Problem('consent-needed')
  return announceFile(body, actor.id, now, 'channels')
})

interface Found {
  readonly file: KeptFile
  /** What an official looks at it for; absent for its owner. */
  readonly use?: FileUse
  /** Whose request it answers. */
  readonly person?: string
}

/** A file is where the request is that it answers; one that answers none is its owner's alone. */
async function locate(
  { params, query }: { params: { fileId: string }; query: { request?: string } },
  actor: Actor,
): Promise<{ resource: Resource; owner: string; loaded: Found }> {
  const file = await readFile(params.fileId)
  if (file === undefined) throw new Problem('not-found')
  const { id, owner } = file
  const requestId = query.request ?? ''
  if (actor.kind === 'resident' || owner === actor.id) {
    // What an official put with a step of the resident's own request is theirs to look at.
    const isTold =
      owner !== actor.id &&
      (await isKeptWithOwn(id, requestId, actor)) &&
      (actor.kind === 'official' || (await seenByOthers([id], actor.id)).has(id))
    return { resource: { kind: 'file', id, lineage: [] }, owner: isTold ? actor.id : owner, loaded: { file } }
  }
  if (requestId === '') throw new Problem('not-found')
  const own = await readUse(id, subjectOfRequest(requestId))
  const { resource, loaded } = await locateRequest({ params: { requestId } }, actor)
  const use = own ?? (await foundBy(loaded, id))
  if (use === undefined) throw new Problem('not-found')
  return { resource, owner, loaded: { file, use, person: loaded.person } }
}

export const file = endpoint(routes.file, {
  locate,
  handle: async ({ actor, query, fields, now, loaded }) => {
    if (loaded.use !== undefined) await look(actor, loaded.use, loaded.person ?? '', fields, query.purpose, now)
    return showFile(loaded.file)
  },
})

async function isKeptWithOwn(fileId: string, requestId: string, actor: Actor): Promise<boolean> {
  if (requestId === '' || (await readUse(fileId, subjectOfRequest(requestId))) === undefined) return false
  const request = await readRequest(requestId)
  if (request === undefined) return false
  return actor.kind === 'resident' ? isOwn(request, actor) : request.resident === actor.id
}

/** As an answer is masked, so its file is shut; what is sensitive opens with a purpose, and the look is recorded first. */
async function look(
  actor: Actor,
  use: FileUse,
  person: string,
  fields: FieldDecision,
  purpose: string | undefined,
  at: string,
) {
  const { sensitivity, subject, attribute } = use
  if (accessTo(fields, attribute, sensitivity) !== 'full') throw new Problem('forbidden')
  if (sensitivity !== 'sensitive') return
  if (purpose === undefined) throw new Problem('purpose-needed')
  await auditLook({ actor: actor.id, action: 'request.read', subject, at, purpose, attributes: [attribute], person })
}
