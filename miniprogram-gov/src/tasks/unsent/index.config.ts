export default definePageConfig({ navigationBarTitleText: '没有提交的' })
