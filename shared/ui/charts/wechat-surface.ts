/** What is used of WeChat's 2D context here; ECharts itself uses all of it. */
export interface WechatContext {
  font: string
  save(): void
  restore(): void
  measureText(text: string): { readonly width: number }
}

/** WeChat's canvas node, as the selector gives it. */
export interface WechatNode {
  width: number
  height: number
  getContext(kind: '2d'): WechatContext
}

/** A canvas as ECharts asks for one: WeChat's node has a size and a context, and no events of its own. */
export interface WechatSurface extends WechatNode {
  readonly addEventListener: () => void
  readonly removeEventListener: () => void
}

/** @returns WeChat's canvas with what ECharts expects of a browser's; fingers are passed on by whoever shows it */
export function surfaceOf(node: WechatNode): WechatSurface {
  const context = node.getContext('2d')
  const nothing = () => undefined
  return {
    get width() {
      return node.width
    },
    set width(pixels) {
      node.width = pixels
    },
    get height() {
      return node.height
    },
    set height(pixels) {
      node.height = pixels
    },
    getContext: () => context,
    addEventListener: nothing,
    removeEventListener: nothing,
  }
}
