import type { ErrorCode } from '../../../shared/contract/result.ts';

/** Why the host refused a command, by its code. */
export const errors = {
  'unknown-command': '正在运行的 Tricorder 不认识此命令，请重新启动它。',
  'invalid-input': '输入的内容中有不允许的值。',
  'not-found': '该对象已不存在。',
  'not-connected': '设备未连接。',
  'already-connected': '设备已经连接。',
  'refused-by-broker': '被 Broker 拒绝。',
  'timed-out': '未在规定时间内收到应答。',
  'unreadable-file': '无法读取该文件。',
  'storage-failed': '无法写入数据文件夹。',
  'port-taken': '端口已被其他程序占用。',
  'certificate-unreadable': '无法读取该证书。',
  'key-unreadable': '无法读取私钥：不是 PEM 私钥，或者口令错误或缺失。',
  'key-mismatch': '私钥与该证书不匹配。',
  'door-closed': '与 Tricorder 的连接已断开，恢复后请重试。',
  internal: 'Tricorder 内部出错。',
} as const satisfies Record<ErrorCode, string>;
