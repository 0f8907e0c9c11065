import { none } from './parts'
import type { Needs, Route, Schema, Slice } from './route'

interface Declaration<P extends Schema, Q extends Schema, B extends Schema, R extends Schema, N extends Needs> {
  readonly method: Route['method']
  readonly path: string
  readonly summary: string
  readonly needs: N
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly reply?: R
  readonly repeatable?: boolean
  readonly keptSeconds?: number
}

/** @returns a function that declares routes of one slice; what is left out takes nothing (`{}`). */
export function routesOf<S extends Slice>(slice: S) {
  return <
    const N extends Needs,
    P extends Schema = typeof none,
    Q extends Schema = typeof none,
    B extends Schema = typeof none,
    R extends Schema = typeof none,
  >(
    name: string,
    declaration: Declaration<P, Q, B, R, N>,
  ): Route<P, Q, B, R, N> => ({
    slice,
    name,
    method: declaration.method,
    path: declaration.path,
    summary: declaration.summary,
    needs: declaration.needs,
    // The defaults are exactly what the type parameters default to.
    params: declaration.params ?? (none as unknown as P),
    query: declaration.query ?? (none as unknown as Q),
    body: declaration.body ?? (none as unknown as B),
    reply: declaration.reply ?? (none as unknown as R),
    repeatable: declaration.repeatable ?? declaration.method !== 'POST',
    ...(declaration.keptSeconds === undefined ? {} : { keptSeconds: declaration.keptSeconds }),
  })
}
