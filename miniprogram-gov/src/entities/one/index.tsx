export { EntityPage as default } from '@/features/ledger/EntityPage'
