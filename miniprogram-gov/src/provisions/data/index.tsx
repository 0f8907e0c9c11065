export { DataSetPage as default } from '@/features/provisions/DataSetPage'
