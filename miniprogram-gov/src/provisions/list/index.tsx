export { ProvisionsPage as default } from '@/features/provisions/ProvisionsPage'
