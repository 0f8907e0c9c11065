export { ExportPage as default } from '@/features/hierarchy/ExportPage'
