import { app } from './en/app.ts';
import { captures } from './en/captures.ts';
import { charts } from './en/charts.ts';
import { clipboard } from './en/clipboard.ts';
import { connection } from './en/connection.ts';
import { devices } from './en/devices.ts';
import { errors } from './en/errors.ts';
import { exchanges } from './en/exchanges.ts';
import { fields } from './en/fields.ts';
import { findings } from './en/findings.ts';
import { ladder } from './en/ladder.ts';
import { notices } from './en/notices.ts';
import { packet } from './en/packet.ts';
import { packetWords } from './en/packet-words.ts';
import { palette } from './en/palette.ts';
import { parameters } from './en/parameters.ts';
import { platform } from './en/platform.ts';
import { platformCodes } from './en/platform-codes.ts';
import { preferences } from './en/preferences.ts';
import { problems } from './en/problems.ts';
import { publish } from './en/publish.ts';
import { replies } from './en/replies.ts';
import { shortFindings } from './en/short-findings.ts';
import { statistics } from './en/statistics.ts';
import { subscriptions } from './en/subscriptions.ts';
import { thingFields } from './en/thing-fields.ts';
import { timeline } from './en/timeline.ts';
import { topicTree } from './en/topic-tree.ts';
import { topics } from './en/topics.ts';
import { vaults } from './en/vaults.ts';
import { welcome } from './en/welcome.ts';
import { app as appZh } from './zh-CN/app.ts';
import { captures as capturesZh } from './zh-CN/captures.ts';
import { charts as chartsZh } from './zh-CN/charts.ts';
import { clipboard as clipboardZh } from './zh-CN/clipboard.ts';
import { connection as connectionZh } from './zh-CN/connection.ts';
import { devices as devicesZh } from './zh-CN/devices.ts';
import { errors as errorsZh } from './zh-CN/errors.ts';
import { exchanges as exchangesZh } from './zh-CN/exchanges.ts';
import { fields as fieldsZh } from './zh-CN/fields.ts';
import { findings as findingsZh } from './zh-CN/findings.ts';
import { ladder as ladderZh } from './zh-CN/ladder.ts';
import { notices as noticesZh } from './zh-CN/notices.ts';
import { packet as packetZh } from './zh-CN/packet.ts';
import { packetWords as packetWordsZh } from './zh-CN/packet-words.ts';
import { palette as paletteZh } from './zh-CN/palette.ts';
import { parameters as parametersZh } from './zh-CN/parameters.ts';
import { platform as platformZh } from './zh-CN/platform.ts';
import { platformCodes as platformCodesZh } from './zh-CN/platform-codes.ts';
import { preferences as preferencesZh } from './zh-CN/preferences.ts';
import { problems as problemsZh } from './zh-CN/problems.ts';
import { publish as publishZh } from './zh-CN/publish.ts';
import { replies as repliesZh } from './zh-CN/replies.ts';
import { shortFindings as shortFindingsZh } from './zh-CN/short-findings.ts';
import { statistics as statisticsZh } from './zh-CN/statistics.ts';
import { subscriptions as subscriptionsZh } from './zh-CN/subscriptions.ts';
import { thingFields as thingFieldsZh } from './zh-CN/thing-fields.ts';
import { timeline as timelineZh } from './zh-CN/timeline.ts';
import { topicTree as topicTreeZh } from './zh-CN/topic-tree.ts';
import { topics as topicsZh } from './zh-CN/topics.ts';
import { vaults as vaultsZh } from './zh-CN/vaults.ts';
import { welcome as welcomeZh } from './zh-CN/welcome.ts';

/** The English texts: their keys are the keys there are. */
export const en = {
  app,
  captures,
  charts,
  clipboard,
  connection,
  devices,
  errors,
  exchanges,
  fields,
  findings,
  ladder,
  notices,
  packet,
  packetWords,
  palette,
  parameters,
  preferences,
  platform,
  platformCodes,
  problems,
  publish,
  replies,
  shortFindings,
  statistics,
  subscriptions,
  thingFields,
  timeline,
  topicTree,
  topics,
  vaults,
  welcome,
} as const;

/** The Simplified Chinese texts; a test holds their keys and variables against the English ones. */
export const zhCN = {
  app: appZh,
  captures: capturesZh,
  charts: chartsZh,
  clipboard: clipboardZh,
  connection: connectionZh,
  devices: devicesZh,
  errors: errorsZh,
  exchanges: exchangesZh,
  fields: fieldsZh,
  findings: findingsZh,
  ladder: ladderZh,
  notices: noticesZh,
  packet: packetZh,
  packetWords: packetWordsZh,
  palette: paletteZh,
  parameters: parametersZh,
  preferences: preferencesZh,
  platform: platformZh,
  platformCodes: platformCodesZh,
  problems: problemsZh,
  publish: publishZh,
  replies: repliesZh,
  shortFindings: shortFindingsZh,
  statistics: statisticsZh,
  subscriptions: subscriptionsZh,
  thingFields: thingFieldsZh,
  timeline: timelineZh,
  topicTree: topicTreeZh,
  topics: topicsZh,
  vaults: vaultsZh,
  welcome: welcomeZh,
} as const;
