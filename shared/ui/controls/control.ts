import type { ReactElement } from 'react'
import type { Taken } from '../../contract'
import type { Answering } from '../../controls'
import type { Control } from '../../controls/form'
import type { CodeItem, EntityKind, FileKind, Value } from '../../knowledge'
import type { PathStep, PlaceSource } from '../domain/place-source'

/** Where the files of a form go: uploaded at once, named by an id in the answers. */
export interface FileStore {
  /** Puts a file away, telling from 0 to 1 how far it has come. @returns its id. @throws an Error, in Chinese where there is more to say than to try again */
  readonly upload: (file: PickedFile, kind: FileKind, onProgress: (share: number) => void) => Promise<string>
  /** @returns where it can be looked at for some minutes */
  readonly open: (
    id: string,
  ) => Promise<{ readonly url: string; readonly name: string; readonly mediaType: string; readonly note?: string }>
  /**
   * Present where a photo is kept with the time and place at which it was taken: asked the moment it was. Never rejects: a place that cannot be
   * had is left out.
   */
  readonly stamp?: (photo: PickedFile) => Promise<PickedFile>
  /** Told by each control how many of its files have not arrived, so that a form is not sent without them. */
  readonly report: (control: string, unsent: number) => void
}

export interface PickedFile {
  readonly name: string
  /** A temporary path in WeChat, an object URL in the browser. */
  readonly path: string
  readonly bytes: number
  /** What the browser takes it for; WeChat says nothing. */
  readonly mediaType?: string
  /** Of a photo that was taken just now and not chosen out of those there were. */
  readonly taken?: Taken
}

/** Where organisations and things are looked up to be chosen. */
export interface EntitySource {
  readonly find: (
    kind: EntityKind,
    words: string,
  ) => Promise<readonly { readonly id: string; readonly name: string; readonly note: string }[]>
  readonly nameOf: (id: string) => Promise<string | undefined>
}

/** What a form needs from outside while it is filled in. */
export interface FormSurroundings {
  readonly places: PlaceSource
  /** Where place pickers open: the home's lineage. */
  readonly startIn: readonly PathStep[] | undefined
  /** Absent where files cannot be taken: in a preview. */
  readonly files?: FileStore | undefined
  readonly entities?: EntitySource | undefined
  /** Reads an identity card with the camera. @returns the number on it; nothing when the person gave up */
  readonly scanIdCard?: (() => Promise<string | undefined>) | undefined
  /** Only asked for in WeChat: the phone number behind the code that WeChat's own phone number button gives. */
  readonly wechatPhone?: ((code: string) => Promise<string>) | undefined
}

/** What one control renderer is given. */
export interface ControlProps {
  readonly control: Control
  /** How it is answered; absent for relations and for what has no answer. */
  readonly answering: Answering | undefined
  /** The choices offered now. */
  readonly items: readonly CodeItem[]
  readonly required: boolean
  readonly value: Value | undefined
  /** Nothing: the answer is taken back. */
  readonly onChange: (value: Value | undefined) => void
  readonly error: string | undefined
  readonly around: FormSurroundings
}

export type ControlRenderer = (props: ControlProps) => ReactElement | null

/** The words every input of a control carries. */
export function wordsOf({ control, error, required }: Pick<ControlProps, 'control' | 'error' | 'required'>) {
  return { label: control.label, hint: control.hint, error, optional: !required }
}

/** @returns typed text as an answer: nothing when empty */
export function answerOf(text: string): string | undefined {
  return text === '' ? undefined : text
}

export function textOf(value: Value | undefined): string {
  return value === undefined || typeof value === 'object' ? '' : String(value)
}
