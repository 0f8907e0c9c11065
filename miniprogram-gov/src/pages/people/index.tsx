export { LedgersPage as default } from '@/features/ledgers/LedgersPage'
