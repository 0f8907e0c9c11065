export { KnowledgePage as default } from '@/features/knowledge/KnowledgePage'
