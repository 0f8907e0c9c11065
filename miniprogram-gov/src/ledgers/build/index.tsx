export { BuildPage as default } from '@/features/ledgers/BuildPage'
