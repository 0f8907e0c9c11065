export default definePageConfig({ navigationBarTitleText: '边界' })
