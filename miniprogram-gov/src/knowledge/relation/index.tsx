export { RelationPage as default } from '@/features/knowledge/RelationPage'
