export { RevisionPage as default } from '@/features/knowledge/RevisionPage'
