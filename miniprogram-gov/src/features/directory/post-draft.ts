import type { CataloguePostReply, PostBody, PostReply } from '@zmht/shared/contract'
import { type Rank, type Role, rankCodes, roleCodes, securityRoles, suggestPosts } from '@zmht/shared/permission'

/** A post as it is filled in. */
export interface PostDraft {
  readonly title: string
  /** Code of the name in the catalogue it was taken from. */
  readonly catalogue?: string
  readonly rank?: Rank
  readonly roles: readonly Role[]
  readonly tags: readonly string[]
  /** Ends with this day; empty without. */
  readonly termEnds: string
  readonly closed: boolean
}

export const emptyPost: PostDraft = { title: '', roles: [], tags: [], termEnds: '', closed: false }

const isRole = (word: string): word is Role => roleCodes.some((code) => code === word)
const isRank = (word: string): word is Rank => rankCodes.some((code) => code === word)

/** The draft of a post that is there. */
export function postDraft({ title, catalogue, rank, roles, tags, termEnds, closed }: PostReply): PostDraft {
  return {
    title,
    ...(catalogue === undefined ? {} : { catalogue }),
    ...(isRank(rank) ? { rank } : {}),
    roles: roles.filter(isRole),
    tags,
    termEnds: termEnds ?? '',
    closed,
  }
}

type Catalogue = readonly CataloguePostReply[]

/** The draft with a name of the catalogue: what the name carries, the post carries. */
export function takenFrom(draft: PostDraft, { code, title, rank, roles, tags }: CataloguePostReply): PostDraft {
  return { ...draft, title, catalogue: code, rank, roles, tags }
}

/** The draft with another title; a title that is none of the catalogue's keeps no name of it. */
export function titled(draft: PostDraft, title: string, catalogue: Catalogue): PostDraft {
  const known = catalogue.find((one) => one.title === title.trim())
  if (known !== undefined) return takenFrom({ ...draft, title }, known)
  const { catalogue: _, ...others } = draft
  return { ...others, title }
}

/** Names of the catalogue the title may mean; none once it is one of them. */
export function suggestionsFor(draft: PostDraft, catalogue: Catalogue): Catalogue {
  if (draft.title.trim() === '' || draft.catalogue !== undefined) return []
  return suggestPosts(draft.title, catalogue).flatMap(({ code }) => catalogue.filter((one) => one.code === code))
}

/** What a post has already: a new one has nothing. */
export type Former = Pick<PostDraft, 'roles' | 'tags'>

/**
 * Roles the post would get that its name in the catalogue does not carry, or that change or watch who may do what: given by who keeps
 * permissions only. What it has already stays.
 */
export function beyondCatalogue(draft: PostDraft, former: Former, catalogue: Catalogue): readonly Role[] {
  const known = catalogue.find(({ code }) => code === draft.catalogue)
  return draft.roles.filter(
    (role) => !former.roles.includes(role) && (securityRoles.has(role) || !known?.roles.includes(role)),
  )
}

/** Tags the post would get that its name in the catalogue does not carry. */
function tagsBeyond(draft: PostDraft, former: Former, catalogue: Catalogue): readonly string[] {
  const known = catalogue.find(({ code }) => code === draft.catalogue)
  return draft.tags.filter((tag) => !former.tags.includes(tag) && !known?.tags.includes(tag))
}

export type PostField = 'title' | 'rank' | 'roles' | 'tags'

/** What is missing or wrong; `keeper`: keeps permissions, and may give roles beyond the catalogue. */
export function postProblems(
  draft: PostDraft,
  former: Former,
  catalogue: Catalogue,
  keeper: boolean,
): Partial<Readonly<Record<PostField, string>>> {
  const beyond = beyondCatalogue(draft, former, catalogue)
  const tags = tagsBeyond(draft, former, catalogue)
  return {
    ...(draft.title.trim() === '' ? { title: '请填写岗位名称' } : {}),
    ...(draft.rank === undefined ? { rank: '请选择职级' } : {}),
    ...(beyond.length > 0 && !keeper ? { roles: '这些权限需要权限管理员来给，请去掉或请权限管理员办理' } : {}),
    ...(tags.length > 0 && !keeper ? { tags: `目录以外的标签要权限管理员来加：${tags.join('、')}` } : {}),
  }
}

/** What is sent; nothing while something is missing. */
export function postBody(draft: PostDraft, edition: number): PostBody | undefined {
  const { title, catalogue, rank, roles, tags, termEnds, closed } = draft
  if (title.trim() === '' || rank === undefined) return undefined
  return {
    title: title.trim(),
    ...(catalogue === undefined ? {} : { catalogue }),
    rank,
    roles: [...roles],
    tags: [...tags],
    ...(termEnds === '' ? {} : { termEnds }),
    closed,
    edition,
  }
}

/** Words given side by side: 「养老、民政」. */
export const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\s、，,;；]+/u)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
]
