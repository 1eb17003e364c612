/**
 * npm hands a signal to the shell that it runs us in, and that shell ends without telling us: a
 * parent that is gone means the same as the signal. (Windows has neither.)
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 200);
  timer.unref();
}
