import type { ForeignRoute } from '@zmht/shared/contract/foreign'

/** A call as it came, for an endpoint whose shape is somebody else's standard. */
export interface ForeignCall {
  readonly params: Readonly<Record<string, string>>
  /** A name may be there several times. */
  readonly query: URLSearchParams
  /** @returns a header, by its name in small letters */
  readonly header: (name: string) => string | undefined
  /** The body as it was sent. @throws Problem `too-large` */
  readonly body: () => string
  /** The address that was called, without its query. */
  readonly address: string
}

export interface ForeignAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** Answers in its standard's own shape, refusals too: nothing it throws is expected. */
export interface ForeignEndpoint {
  readonly route: ForeignRoute
  readonly answer: (call: ForeignCall) => Promise<ForeignAnswer>
}

/** The endpoints of one standard, whose code is loaded when the first of them is called. */
export function foreign(
  routes: readonly ForeignRoute[],
  load: () => Promise<(route: ForeignRoute, call: ForeignCall) => Promise<ForeignAnswer>>,
): readonly ForeignEndpoint[] {
  return routes.map((route) => ({ route, answer: async (call) => (await load())(route, call) }))
}
