/** The few greatest of many values, each with what it is of; of equal ones the first that came. */
export class Greatest<T> {
  /** In falling order. */
  readonly list: { readonly value: number; readonly of: T }[] = [];
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Whether `add` would keep a value: spares making what nearly every value is of in vain. */
  takes(value: number): boolean {
    const least = this.list[this.limit - 1];
    return least === undefined || value > least.value;
  }

  add(value: number, of: T): void {
    if (!this.takes(value)) return;
    let at = this.list.length;
    while (at > 0 && (this.list[at - 1]?.value ?? value) < value) at -= 1;
    this.list.splice(at, 0, { value, of });
    if (this.list.length > this.limit) this.list.pop();
  }
}
