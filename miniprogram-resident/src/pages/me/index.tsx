export { MePage as default } from '@/features/me/MePage'
