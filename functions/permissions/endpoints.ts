import { accessOfOfficial, accessOfOrganisation, accessTo, whoMay, why } from './handlers/access'
import { auditOfOfficial, auditSeals, looks, verifyAudit } from './handlers/audit'
import { evaluation, evaluations, searchAction, searchResource, searchSubject } from './handlers/authzen'
import { postCatalogue, saveCataloguePost } from './handlers/catalogue'
import { accessToken, clients, endClient, makeClient } from './handlers/clients'
import { directory, organisation, organisationHistory } from './handlers/directory'
import { duties, duty, endDuty, organisationDuties, setDuty } from './handlers/duties'
import { approveGrant, grant, grants, previewGrant, saveGrant, withdrawGrant } from './handlers/grants'
import { endGrid, grid, gridCoverage, grids, gridsAt, saveGrid } from './handlers/grids'
import { handover, saveHandover } from './handlers/handover'
import { directoryImport, importDirectory, previewDirectoryImport } from './handlers/import'
import { consent, me, removeHome, setHome } from './handlers/me'
import { mergeOrganisation } from './handlers/merger'
import { saveOrganisation } from './handlers/organisations'
import { official, personnel } from './handlers/personnel'
import { savePost } from './handlers/posts'
import { searchDirectory } from './handlers/search'
import { refreshSession, sendPhoneCode, signInByPhone, signInByWechat, signOut, wechatPhone } from './handlers/sessions'

export const endpoints = [
  signInByWechat,
  wechatPhone,
  sendPhoneCode,
  signInByPhone,
  refreshSession,
  signOut,
  me,
  consent,
  setHome,
  removeHome,
  directory,
  postCatalogue,
  saveCataloguePost,
  organisation,
  saveOrganisation,
  savePost,
  mergeOrganisation,
  organisationHistory,
  handover,
  saveHandover,
  official,
  personnel,
  previewDirectoryImport,
  importDirectory,
  directoryImport,
  organisationDuties,
  duties,
  duty,
  setDuty,
  endDuty,
  grids,
  gridsAt,
  gridCoverage,
  grid,
  saveGrid,
  endGrid,
  searchDirectory,
  grants,
  grant,
  previewGrant,
  saveGrant,
  withdrawGrant,
  approveGrant,
  whoMay,
  accessTo,
  accessOfOfficial,
  accessOfOrganisation,
  why,
  accessToken,
  evaluation,
  evaluations,
  searchSubject,
  searchResource,
  searchAction,
  clients,
  makeClient,
  endClient,
  looks,
  auditOfOfficial,
  auditSeals,
  verifyAudit,
]
