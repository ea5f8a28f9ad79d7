/** A growing list of 32-bit integers without a box per entry: what a fold keeps of millions of events. */
export class Column {
  length = 0;
  private values = new Int32Array(256);

  push(value: number): number {
    if (this.length === this.values.length) {
      const larger = new Int32Array(Math.max(this.values.length * 2, 16));
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    return this.length++;
  }

  get(index: number): number {
    return this.values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  copyFrom(other: Column): void {
    this.values = other.values.slice(0, other.length);
    this.length = other.length;
  }
}
