export { SealsPage as default } from '@/features/audit/SealsPage'
