export default defineAppConfig({
  pages: ['pages/services/index', 'pages/messages/index', 'pages/me/index', 'pages/request/index'],
  // Loaded when first opened: the main package stays small.
  subPackages: [
    {
      root: 'apply',
      pages: ['service/index', 'form/index', 'result/index', 'web/index', 'organisation/index'],
    },
    {
      root: 'tasks',
      pages: ['list/index', 'one/index'],
    },
    {
      root: 'messages',
      pages: ['one/index', 'settings/index'],
    },
    {
      root: 'community',
      pages: ['page/index', 'entry/index'],
    },
    {
      root: 'mine',
      pages: [
        'facts/index',
        'charges/index',
        'ask-charge/index',
        'looks/index',
        'passed/index',
        'homes/index',
        'settings/index',
        'privacy/index',
      ],
    },
  ],
  window: {
    navigationBarBackgroundColor: '@navBackground',
    navigationBarTextStyle: '@navText',
    navigationBarTitleText: '政民互通',
    backgroundColor: '@pageBackground',
    backgroundTextStyle: 'dark',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  // WeChat refuses what is not declared here, and says this to whoever is asked.
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
  permission: { 'scope.userLocation': { desc: '在表单里标出您说的位置，如积水点、损坏的井盖' } },
  lazyCodeLoading: 'requiredComponents',
})
