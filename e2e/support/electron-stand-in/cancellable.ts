/** An event whose default can be prevented, as Electron's are. */
export class Cancellable {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
