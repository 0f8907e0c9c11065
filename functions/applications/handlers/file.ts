import { carried, partTitle } from '@zmht/shared/applications'
import {
  type ApplicationContent,
  type ApplicationProblemReply,
  applicationRoutes as routes,
} from '@zmht/shared/contract'
import { shortName } from '@zmht/shared/geo'
import { Problem } from '@zmht/shared/problems'
import { namedLineage, placeFacts } from '../../hierarchy/index'
import { knowledgeNow, publishedReleases } from '../../knowledge/index'
import { organisationFacts } from '../../permissions/index'
import { endpoint } from '../../platform/endpoint/endpoint'
import { locateApplication } from '../access'
import { readBundleVersion } from '../bundle.store'
import { readFile, writeFile } from '../file'
import { problemsOf } from '../show'

export const file = endpoint(routes.applicationFile, {
  locate: locateApplication,
  handle: async ({ loaded, now }) => {
    const found = loaded.version === undefined ? undefined : await readBundleVersion(loaded.id, loaded.version)
    if (found === undefined) throw new Problem('application-not-opened')
    const lineage = await namedLineage((await placeFacts(loaded.place)).path)
    const organisation = (await organisationFacts(loaded.organisationId))?.name ?? ''
    const { content, takenOut } = carried(found.content, [
      { name: organisation, stands: '单位名称' },
      ...[...lineage].reverse().flatMap((place) =>
        [...new Set([place.name, shortName(place), withoutTier(place.name)])].map((name) => ({
          name,
          stands: '地名',
        })),
      ),
    ])
    const from = lineage.map(shortName).join('').slice(-100)
    return {
      name: `${content.title}-第${found.number}版.json`,
      text: await writeFile({ from, at: now, version: found.number }, content),
      takenOut: [...takenOut],
    }
  },
})

export const read = endpoint(routes.readApplicationFile, async ({ body }) => {
  const { file: found, known } = await readFile(body.text)
  const knowledge = await knowledgeNow()
  const versions = (await publishedReleases()).map(({ version }) => version)
  const isHere = (version: string) => version === knowledge.version || versions.includes(version)
  const content = isHere(found.content.knowledge) ? found.content : asHere(found.content, knowledge.version)
  const problems = await problemsOf({ content, settings: { reach: [], roles: {}, fills: {} } })
  const unmapped: ApplicationProblemReply[] = [
    ...(content === found.content
      ? []
      : [
          {
            message: `它按另一版城市知识体系（${found.content.knowledge}）做的，已按这里的 ${knowledge.version} 版对照`,
          },
        ]),
    ...problems.filter(({ part, wire }) => part !== undefined || wire !== undefined),
    ...content.roles.map(({ name }) => ({ message: `“${name}”在这里是哪个单位，开通前要选` })),
    ...content.parts.flatMap((part) =>
      part.kind === 'service' && part.content.link !== undefined
        ? [{ part: part.key, message: `${partTitle(part)}连到别处的服务，请核对地址在这里能不能用` }]
        : [],
    ),
  ]
  return {
    content,
    origin: { file: { from: found.from, at: found.at, version: found.version } },
    known,
    unmapped,
  }
})

/** 「花家地北里」 of 「花家地北里社区」: as people write it. */
const withoutTier = (name: string): string => name.replace(/(社区居委会|居委会|社区|街道|村|镇|乡)$/, '')

/** What was made under a version nobody here knows is held against the one in force: what that does not know is named as a problem. */
const asHere = (content: ApplicationContent, version: string): ApplicationContent => ({
  ...content,
  knowledge: version,
  parts: content.parts.map((part) =>
    part.kind === 'service'
      ? { ...part, content: { ...part.content, form: { ...part.content.form, knowledge: version } } }
      : part.kind === 'task'
        ? { ...part, content: { ...part.content, form: { ...part.content.form, knowledge: version } } }
        : part,
  ),
})
