export { RecordPage as default } from '@/features/audit/RecordPage'
