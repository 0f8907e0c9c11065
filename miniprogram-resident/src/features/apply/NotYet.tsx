import { Notice } from '@zmht/shared/ui'

/** What still stands between a form and handing it in, the first of it; nothing where nothing does. */
export function NotYet({
  problems,
  unconfirmed,
  unsent,
}: {
  readonly problems: number
  readonly unconfirmed: number
  readonly unsent: number
}) {
  if (problems > 0)
    return (
      <Notice tone="danger" title={`还有 ${problems} 处需要修改`}>
        已在上面标出，改好就能提交。
      </Notice>
    )
  if (unconfirmed > 0)
    return (
      <Notice tone="amber" title={`还有 ${unconfirmed} 项填好的内容没有确认`}>
        请点“都对，一键确认”，有变化的先修改。
      </Notice>
    )
  if (unsent > 0)
    return (
      <Notice tone="amber" title={`还有 ${unsent} 个文件没有传好`}>
        请等上传完成，或点“重试”“移除”，再提交。
      </Notice>
    )
  return null
}
