import type { MenuItemConstructorOptions } from 'electron';

const english = {
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  view: 'View',
  resetZoom: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  togglefullscreen: 'Toggle Full Screen',
  reload: 'Reload',
  toggleDevTools: 'Developer Tools',
  window: 'Window',
  minimize: 'Minimize',
  close: 'Close',
  about: 'About Tricorder',
  quit: 'Quit Tricorder',
};

type Label = keyof typeof english;

const chinese: Record<Label, string> = {
  edit: '编辑',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  view: '视图',
  resetZoom: '实际大小',
  zoomIn: '放大',
  zoomOut: '缩小',
  togglefullscreen: '切换全屏',
  reload: '重新加载',
  toggleDevTools: '开发者工具',
  window: '窗口',
  minimize: '最小化',
  close: '关闭',
  about: '关于 Tricorder',
  quit: '退出 Tricorder',
};

type Role = Exclude<Label, 'edit' | 'view'>;

/**
 * The native menu: what the system's own roles do, and nothing of the app itself. Roles bring
 * their keys but English names, so each is named here.
 *
 * @param locale a tag such as `zh-CN`; every `zh` reads Chinese, all else English
 * @param developing adds reloading and the developer tools, which end or bare a running view
 */
export function menuTemplate(locale: string, developing: boolean): MenuItemConstructorOptions[] {
  const labels = /^zh\b/i.test(locale) ? chinese : english;
  const item = (role: Role): MenuItemConstructorOptions => ({ role, label: labels[role] });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const developer = developing ? [line, item('reload'), item('toggleDevTools')] : [];
  return [
    { label: 'Tricorder', submenu: [item('about'), line, item('quit')] },
    {
      label: labels.edit,
      submenu: [
        item('undo'),
        item('redo'),
        line,
        item('cut'),
        item('copy'),
        item('paste'),
        item('selectAll'),
      ],
    },
    {
      label: labels.view,
      submenu: [
        item('resetZoom'),
        item('zoomIn'),
        item('zoomOut'),
        line,
        item('togglefullscreen'),
        ...developer,
      ],
    },
    { label: labels.window, submenu: [item('minimize'), item('close')] },
  ];
}
