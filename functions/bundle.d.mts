export declare const sliceNames: readonly [
  'hierarchy',
  'permissions',
  'knowledge',
  'ledgers',
  'tasks',
  'channels',
  'applications',
  'overview',
]
export declare const entryNames: readonly [...typeof sliceNames, 'dispatcher', 'counter', 'jobs', 'sweep']

/** What was built: the entry, its file, and in bytes, minified, what is loaded at the start and at most by one call besides. */
export interface Bundle {
  readonly entry: string
  readonly file: string
  readonly bytes: number
  readonly besides: number
}

export declare function bundleAll(options?: {
  readonly only?: readonly string[]
  readonly entriesFolder?: string
  readonly outputFolder?: string
}): Promise<Bundle[]>

/** The sizes of what was bundled into a folder before, without bundling again. */
export declare function bundled(outputFolder?: string): Promise<Omit<Bundle, 'file'>[]>

export declare function sizeTable(bundles: readonly Bundle[]): string
