/** @returns a worker that reads a spreadsheet beside the page; nothing in WeChat, whose build leaves it out by this condition */
export function startSheetWorker(): Worker | undefined {
  if (process.env.TARO_ENV === 'h5') {
    // The worker stands in `js/` and finds its parts from the page's folder.
    return new Worker(
      /* webpackChunkName: "sheet-worker", webpackEntryOptions: { publicPath: "../" } */ new URL(
        './sheet-worker.ts',
        import.meta.url,
      ),
    )
  }
  return undefined
}
