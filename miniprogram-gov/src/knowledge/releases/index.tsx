export { ReleasesPage as default } from '@/features/knowledge/ReleasesPage'
