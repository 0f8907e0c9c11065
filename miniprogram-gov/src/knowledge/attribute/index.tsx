export { AttributePage as default } from '@/features/knowledge/AttributePage'
