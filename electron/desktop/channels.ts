/** The two ways between the page's preload and the main process, and the only ones. */
export const INVOKE_CHANNEL = 'tricorder:invoke';
export const EVENT_CHANNEL = 'tricorder:event';
