export const vaults = {
  'key-file': '数据文件夹中的密钥文件',
  'macos-keychain': '系统钥匙串（macOS）',
  'windows-account': '当前用户账户（Windows DPAPI）',
  'system-keyring': '系统密钥环',
} as const;
