// Loaded into the app with `node --import`: its clock begins at the same time for every picture.
const START = Date.UTC(2026, 0, 15, 2, 0);
const shift = START - Date.now();
const now = Date.now.bind(Date);

globalThis.Date = class extends Date {
  constructor(...args) {
    super(...(args.length === 0 ? [now() + shift] : args));
  }

  static now() {
    return now() + shift;
  }
};
