export { OfferPage as default } from '@/features/provisions/OfferPage'
