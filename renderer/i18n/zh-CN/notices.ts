export const notices = {
  dismiss: '关闭',
  details: '详细信息',
  lost: '与 Tricorder 的连接已断开，正在重新连接…',
  'devices-file-unreadable':
    '无法读取已保存的设备文件，因此列表为空。原文件已保留为 {{keptAs}}。（{{reason}}）',
  'preferences-file-unreadable':
    '无法读取偏好设置文件，因此使用默认设置。原文件已保留为 {{keptAs}}。（{{reason}}）',
  'capture-cut':
    '{{label}} 的抓取文件在一个报文中间结束：末尾 {{bytes}} 字节已被截去，之前的内容完整。',
} as const;
