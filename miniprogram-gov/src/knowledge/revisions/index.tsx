export { RevisionsPage as default } from '@/features/knowledge/RevisionsPage'
