import { type CataloguePostReply, permissionRoutes } from '@zmht/shared/contract'
import { Problem } from '@zmht/shared/problems'
import { endpoint } from '../../platform/endpoint/endpoint'
import { type CatalogueEntry, catalogueNow, readCatalogue, saveCatalogueEntry } from '../catalogue.store'
import { clashOn } from '../domain/post-rules'
import { impossible } from '../personnel'

const routes = permissionRoutes

const show = ({ aliases, roles, tags, ...entry }: CatalogueEntry): CataloguePostReply => ({
  ...entry,
  aliases: [...aliases],
  roles: [...roles],
  tags: [...tags],
})

export const postCatalogue = endpoint(routes.postCatalogue, async () => ({
  items: (await readCatalogue()).map(show),
}))

const contentOf = ({
  title,
  aliases,
  rank,
  roles,
  tags,
}: Pick<CatalogueEntry, 'title' | 'aliases' | 'rank' | 'roles' | 'tags'>) =>
  JSON.stringify([title, aliases, rank, roles, tags])

/** Two names that read the same could not be told apart in a spreadsheet. */
function taken(code: string, names: readonly string[], catalogue: readonly CatalogueEntry[]): string[] {
  return names.flatMap((name) => {
    const other = catalogue.find((one) => one.code !== code && [one.title, ...one.aliases].includes(name))
    return other === undefined ? [] : [`「${name}」已是目录中「${other.title}」的名称`]
  })
}

export const saveCataloguePost = endpoint(routes.saveCataloguePost, async ({ params: { code }, body, actor }) => {
  const { edition, ...content } = body
  const catalogue = await catalogueNow()
  const before = catalogue.find((one) => one.code === code)
  if (before !== undefined && before.edition === edition + 1 && contentOf(before) === contentOf(content))
    return show(before)
  if ((before?.edition ?? 0) !== edition) throw new Problem('changed')
  const clash = clashOn(content.roles)
  const obstacles = [
    ...taken(code, [content.title, ...content.aliases], catalogue),
    ...(clash === undefined ? [] : [`一个岗位不能同时有${clash}，这两项职责必须由不同的人承担`]),
  ]
  if (obstacles.length > 0) throw impossible(obstacles)
  if (!(await saveCatalogueEntry(code, content, edition + 1, actor.id))) throw new Problem('changed')
  const saved = (await catalogueNow()).find((one) => one.code === code)
  if (saved === undefined) throw new Problem('changed')
  return show(saved)
})
