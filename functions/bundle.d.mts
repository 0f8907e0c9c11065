export declare const sliceNames: readonly ['hierarchy', 'permissions', 'knowledge', 'ledgers', 'tasks', 'channels']
export declare const entryNames: readonly [...typeof sliceNames, 'dispatcher', 'counter', 'jobs', 'sweep']

/** What was built: the entry, its file, and the size of the minified file in bytes. */
export interface Bundle {
  readonly entry: string
  readonly file: string
  readonly bytes: number
}

export declare function bundleAll(options?: {
  readonly only?: readonly string[]
  readonly entriesFolder?: string
  readonly outputFolder?: string
}): Promise<Bundle[]>

export declare function sizeTable(bundles: readonly Bundle[]): string
