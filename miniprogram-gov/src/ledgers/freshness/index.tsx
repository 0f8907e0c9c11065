export { FreshnessPage as default } from '@/features/freshness/FreshnessPage'
