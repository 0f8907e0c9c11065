export { ArrangePage as default } from '@/features/home-arrange/ArrangePage'
