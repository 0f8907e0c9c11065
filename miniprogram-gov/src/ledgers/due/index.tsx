export { DuePage as default } from '@/features/freshness/DuePage'
