export default definePageConfig({ navigationBarTitleText: '打开网页' })
