import type { ApplicationContent, ApplicationRole } from '../contract'

/** An application that ships, with what its gallery says of it. */
export interface ApplicationTemplate {
  readonly id: string
  /** Which picture stands for it. */
  readonly picture: string
  /** By whom it is used: 「社区」. */
  readonly who: string
  /** What each of them has of it, a sentence each. */
  readonly residents: string
  readonly workers: string
  readonly leaders: string
  readonly content: ApplicationContent
}

export type Role = ApplicationRole
export const noRoles: readonly Role[] = []
