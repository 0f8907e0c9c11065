/** What the suite uses of WeChat's component engine, which ships without types. */
declare module 'miniprogram-exparser' {
  export interface VirtualNode {
    readonly tagName: string
    readonly attrs: readonly { readonly name: string; readonly value: unknown }[]
  }
  export interface Node {
    readonly _vt?: VirtualNode
  }
  interface Created {
    readonly type: string
  }
  export const Event: {
    create(
      type: string,
      detail: unknown,
      options: { readonly bubbles: boolean; readonly composed: boolean; readonly capturePhase: boolean },
    ): Created
    dispatchEvent(target: Node, event: Created): void
  }
}
