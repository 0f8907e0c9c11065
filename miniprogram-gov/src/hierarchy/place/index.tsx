export { PlacePage as default } from '@/features/hierarchy/PlacePage'
