import { useRouter } from '@tarojs/taro'
import type { LedgerReply } from '@zmht/shared/contract'
import {
  Box,
  EmptyState,
  ErrorState,
  Heading,
  Loaded,
  SkeletonList,
  Stack,
  Text,
  useResource,
  useWide,
} from '@zmht/shared/ui'
import { useState } from 'react'
import { fromAddress, rememberInAddress } from '@/lib/address'
import { pages } from '@/lib/navigation'
import { OfficialScreen } from '../frame/OfficialScreen'
import { ledgerOf } from '../ledgers/resources'
import { Gate } from '../session/Gate'
import { may, type Official } from '../session/official'
import { Steps } from '../sheets/Steps'
import { CheckStep } from './CheckStep'
import { ColumnsStep } from './ColumnsStep'
import { stepOf, steps } from './import-steps'
import { RunStep } from './RunStep'
import { StoppedImport } from './StoppedImport'
import { UploadStep } from './UploadStep'
import { useSheetImport } from './useSheetImport'
import { WorkingLine } from './WorkingLine'

/** A spreadsheet into a ledger: nothing is taken in before it was looked at. */
export function ImportPage() {
  return <Gate>{(me) => <Import me={me} />}</Gate>
}

function Import({ me }: { readonly me: Official }) {
  const id = fromAddress(useRouter().params.id)
  const loaded = useResource(ledgerOf, id)
  const wide = useWide()
  return (
    <OfficialScreen me={me} title="导入表格" current={pages.people} back={pages.people}>
      {!wide ? (
        <EmptyState
          icon="document"
          title="请在电脑上导入表格"
          detail="用电脑的浏览器打开政务工作台，进这本台账点“导入”。导入要核对很多列，手机上看不全。"
        />
      ) : may(me, 'ledger.edit') ? (
        <Loaded of={loaded}>{(ledger) => <Steering me={me} ledger={ledger} />}</Loaded>
      ) : (
        <EmptyState icon="shield" title="您的岗位不能导入" detail="请联系社区等直接登记资料的岗位。" />
      )}
    </OfficialScreen>
  )
}

function Steering({ me, ledger }: { readonly me: Official; readonly ledger: LedgerReply }) {
  const asked = fromAddress(useRouter().params.import)
  const [importId, setImportId] = useState(asked)
  const one = useSheetImport(ledger.id, importId === '' ? undefined : importId)
  /** Back at the columns after rows were checked. */
  const [mapping, setMapping] = useState(false)
  const open = (next: string) => {
    rememberInAddress('import', next)
    setImportId(next)
    setMapping(false)
  }
  const { value, error } = one
  const step = value === undefined ? 0 : mapping && value.state === 'checked' ? 1 : stepOf(value)
  const again = () => open('')
  return (
    <Stack gap={4}>
      <Stack gap={1}>
        <Heading level={2} size="title">{`导入“${ledger.content.name}”`}</Heading>
        <Text tone="quiet">先检查再导入，一行也不会悄悄丢掉：不能导入的行会列出原因，可以下载改好再导。</Text>
      </Stack>
      <Box className="g-column">
        <Steps steps={steps} now={step} />
      </Box>
      {importId === '' ? (
        <UploadStep ledger={ledger} onUploaded={(reply) => open(reply.id)} onOpen={open} />
      ) : value === undefined ? (
        error === undefined ? (
          <SkeletonList count={1} />
        ) : (
          <ErrorState error={error} onRetry={again} />
        )
      ) : value.state === 'reading' || value.state === 'checking' ? (
        <WorkingLine one={one} value={value} />
      ) : step === 1 ? (
        <ColumnsStep me={me} one={one} value={value} onSent={() => setMapping(false)} onAgain={again} />
      ) : value.state === 'checked' ? (
        <CheckStep ledger={ledger} one={one} value={value} onColumns={() => setMapping(true)} onAgain={again} />
      ) : step === 3 ? (
        <RunStep ledger={ledger} one={one} value={value} onAgain={again} />
      ) : (
        <StoppedImport value={value} onAgain={again} />
      )}
    </Stack>
  )
}
