export { FactPage as default } from '@/features/ledger/FactPage'
