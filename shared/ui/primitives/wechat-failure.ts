/** Whether WeChat says that the person turned back, which is no failure. */
export function wasCancelled(failure: unknown): boolean {
  return (
    typeof failure === 'object' &&
    failure !== null &&
    'errMsg' in failure &&
    typeof failure.errMsg === 'string' &&
    failure.errMsg.includes('cancel')
  )
}
