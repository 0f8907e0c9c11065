import { Stack, TextArea, TextInput } from '@zmht/shared/ui'
import type { AttributeForm } from './draft'

/** What people read about an attribute, and find it by. */
export function ProseFields({
  form,
  onChange,
}: {
  readonly form: AttributeForm
  readonly onChange: (part: Partial<AttributeForm>) => void
}) {
  return (
    <Stack gap={4}>
      <TextArea
        label="含义"
        hint="用一两句话写清楚它指什么，让两个人填出来一样"
        value={form.definition}
        onChange={(definition) => onChange({ definition })}
        maxLength={300}
      />
      <TextInput
        label="来自哪张表或哪项规定"
        placeholder="如老年人基本信息登记表"
        value={form.form}
        onChange={(said) => onChange({ form: said })}
        maxLength={80}
      />
      <TextInput
        label="标准"
        optional
        hint="有国家或行业标准的写标准号，如 GB/T 2261.1；没有的不填"
        value={form.standard}
        onChange={(standard) => onChange({ standard })}
        maxLength={60}
      />
      <TextInput
        label="别名"
        optional
        hint="人们还怎么叫它，用顿号隔开，查找时也找得到"
        value={form.words}
        onChange={(words) => onChange({ words })}
        maxLength={220}
      />
    </Stack>
  )
}
