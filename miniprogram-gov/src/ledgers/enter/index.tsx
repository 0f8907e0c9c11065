export { EnterPage as default } from '@/features/ledgers/EnterPage'
