export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/work/index',
    'pages/people/index',
    'pages/channels/index',
    'pages/me/index',
    'pages/entity/index',
    'pages/fact/index',
    'pages/undecided/index',
    'pages/charges/index',
    'pages/channel/index',
    'pages/new-service/index',
    'pages/publish/index',
    'pages/published/index',
    'pages/request/index',
  ],
  // Loaded when first opened: the main package stays small.
  subPackages: [
    {
      root: 'builder',
      pages: ['build/index', 'from-sheet/index'],
    },
    {
      root: 'hierarchy',
      pages: [
        'tree/index',
        'place/index',
        'adjust/index',
        'operation/index',
        'mint/index',
        'grids/index',
        'grid/index',
        'boundary/index',
        'import/index',
        'export/index',
      ],
    },
    {
      root: 'directory',
      pages: [
        'book/index',
        'organisation/index',
        'official/index',
        'operate/index',
        'import/index',
        'posts/index',
        'change/index',
        'merge/index',
      ],
    },
    {
      root: 'knowledge',
      pages: [
        'browse/index',
        'attribute/index',
        'relation/index',
        'list/index',
        'releases/index',
        'revisions/index',
        'revision/index',
        'propose/index',
        'export/index',
      ],
    },
    {
      root: 'permissions',
      pages: ['look/index', 'grants/index', 'grant/index', 'draft/index', 'mine/index', 'clients/index'],
    },
    {
      root: 'ledgers',
      pages: ['rows/index', 'build/index', 'enter/index', 'everybody/index'],
    },
    {
      root: 'answerable',
      pages: ['report/index', 'sectors/index'],
    },
    {
      root: 'sheets',
      pages: ['import/index', 'export/index'],
    },
    {
      root: 'provisions',
      pages: ['list/index', 'ask/index', 'one/index', 'offer/index', 'data/index'],
    },
    {
      root: 'statistics',
      pages: ['ledger/index', 'measure/index'],
    },
    {
      root: 'audit',
      pages: ['seals/index', 'official/index'],
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
  permission: { 'scope.userLocation': { desc: '在表单和地图上标出所在的位置' } },
  lazyCodeLoading: 'requiredComponents',
})
