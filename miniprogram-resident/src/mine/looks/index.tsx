export { LooksPage as default } from '@/features/me/LooksPage'
