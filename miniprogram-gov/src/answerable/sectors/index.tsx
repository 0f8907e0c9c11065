export { SectorsPage as default } from '@/features/answerable/SectorsPage'
