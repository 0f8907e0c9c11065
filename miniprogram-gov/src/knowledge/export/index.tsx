export { ExportPage as default } from '@/features/knowledge/ExportPage'
