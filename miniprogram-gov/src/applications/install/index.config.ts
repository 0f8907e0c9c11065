export default definePageConfig({ navigationBarTitleText: '从文件安装' })
