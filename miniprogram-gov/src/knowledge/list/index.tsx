export { CodeListPage as default } from '@/features/knowledge/CodeListPage'
