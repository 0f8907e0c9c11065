import type { ReactNode } from 'react'
import type { BuilderProblem, FormBuilder } from './useFormBuilder'

/** What stands around a form while it is put together: what it belongs to, and what is done with it. */
export interface LayoutProps {
  readonly builder: FormBuilder
  /** What is to be told now. */
  readonly problems: readonly BuilderProblem[]
  /** Of the page. */
  readonly title: string
  /** Above the live form. */
  readonly heading: string
  readonly summary?: string
  readonly back: string
  /** What the live form is called: whoever fills it in sees it so. */
  readonly look: string
  /** What it belongs to, above the questions; absent: a form alone. */
  readonly card?: ReactNode
  /** Where that is changed. */
  readonly panel?: ReactNode
  readonly conflict?: ReactNode
  readonly state: ReactNode
  readonly buttons: ReactNode
}
