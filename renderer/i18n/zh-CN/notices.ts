export const notices = {
  dismiss: '关闭',
  details: '详细信息',
  resume: '恢复录制',
  lost: '与 Tricorder 的连接已断开，正在重新连接…',
  'devices-file-unreadable':
    '无法读取已保存的设备文件，因此列表为空。原文件已保留为 {{keptAs}}。（{{reason}}）',
  'preferences-file-unreadable':
    '无法读取偏好设置文件，因此使用默认设置。原文件已保留为 {{keptAs}}。（{{reason}}）',
  'messages-file-unreadable':
    '无法读取已保存的消息文件，因此列表为空。原文件已保留为 {{keptAs}}。（{{reason}}）',
  'platform-file-unreadable':
    '无法读取本地平台的设备文件，因此平台上没有任何设备。请打开并保存每个本地设备，以重新注册。原文件已保留为 {{keptAs}}。（{{reason}}）',
  'platform-state-unreadable':
    '无法读取本地平台的状态（Topic、物模型、设备影子、标签），因此从空白开始。原文件已保留为 {{keptAs}}。（{{reason}}）',
  'platform-state-unwritten': '本地平台的状态无法写入磁盘，Tricorder 结束后可能丢失：{{reason}}',
  'scenarios-file-unreadable':
    '无法读取异常场景文件，因此列表为空。原文件已保留为 {{keptAs}}。（{{reason}}）',
  'auto-replies-file-unreadable':
    '无法读取自动回复文件，因此列表为空。原文件已保留为 {{keptAs}}。（{{reason}}）',
  'thing-models-file-unreadable':
    '无法读取物模型文件，因此产品没有物模型。原文件已保留为 {{keptAs}}。（{{reason}}）',
  'capture-cut':
    '{{label}} 的抓取文件在一个报文中间结束：末尾 {{bytes}} 字节已被截去，之前的内容完整。',
  'capture-unreadable': '有一个抓取无法读取，未列出。其文件夹未作任何更改：{{folder}}',
  'captures-pruned':
    '为了不超出抓取文件的空间上限，自 Tricorder 启动以来已删除最早的 {{captures}} 个抓取（{{mebibytes}} MiB），最近删除：{{last}}。请固定需要保留的抓取。',
  'recording-stopped':
    '{{label}} 的录制已停止，正在丢失报文：{{reason}}。会话仍在继续。请先释放磁盘空间，再恢复录制。',
} as const;
