/**
 * Exact decimal numbers: whole units of a power of ten, so that a sum is never off by a cent.
 * Equal numbers are equal however they were written; `1.50` is `1.5`.
 */

const WRITTEN = /^([-+]?)([0-9]+)(?:\.([0-9]+))?$/;

export class Decimal {
  private constructor(
    private readonly units: bigint,
    readonly places: number,
  ) {}

  static readonly ZERO = new Decimal(0n, 0);

  /** The number that a text such as `150000` or `-1107397.55` is; undefined for any other text. */
  static parse(text: string): Decimal | undefined {
    const found = WRITTEN.exec(text);
    if (!found) return undefined;
    const [, sign, whole = "", fraction = ""] = found;
    const units = BigInt(whole + fraction);
    return new Decimal(sign === "-" ? -units : units, fraction.length);
  }

  static of(value: bigint | number | string): Decimal {
    const found = Decimal.parse(String(value));
    if (!found) throw new RangeError(`not a decimal number: ${value}`);
    return found;
  }

  static sum(numbers: Iterable<Decimal>): Decimal {
    let total = Decimal.ZERO;
    for (const each of numbers) total = total.plus(each);
    return total;
  }

  plus(other: Decimal): Decimal {
    const places = Math.max(this.places, other.places);
    return new Decimal(this.at(places) + other.at(places), places);
  }

  minus(other: Decimal): Decimal {
    return this.plus(new Decimal(-other.units, other.places));
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.units * other.units, this.places + other.places);
  }

  /** Negative, zero or positive, as this is less than, equal to or more than the other. */
  compare(other: Decimal): number {
    const places = Math.max(this.places, other.places);
    const [left, right] = [this.at(places), other.at(places)];
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Decimal): boolean {
    return this.compare(other) === 0;
  }

  get isZero(): boolean {
    return this.units === 0n;
  }

  get isNegative(): boolean {
    return this.units < 0n;
  }

  get abs(): Decimal {
    return new Decimal(this.units < 0n ? -this.units : this.units, this.places);
  }

  get isWhole(): boolean {
    return this.units % 10n ** BigInt(this.places) === 0n;
  }

  /** This divided by another, rounded to so many decimals, a half to the even one. */
  dividedBy(other: Decimal, places: number): Decimal {
    const shift = BigInt(Math.max(0, places + other.places - this.places));
    const extra = BigInt(Math.max(0, this.places - places - other.places));
    return new Decimal(
      roundedHalfEven(this.units * 10n ** shift, other.units * 10n ** extra),
      places,
    );
  }

  /** This with so many decimals, a half rounded to the even one. */
  rounded(places: number): Decimal {
    return this.dividedBy(new Decimal(1n, 0), places);
  }

  /** As it was given, with every decimal: `1107397.50`. */
  toString(): string {
    const digits = String(this.abs.units).padStart(this.places + 1, "0");
    const point = digits.length - this.places;
    const sign = this.isNegative ? "-" : "";
    return `${sign}${digits.slice(0, point)}${this.places ? `.${digits.slice(point)}` : ""}`;
  }

  toJSON(): string {
    return this.toString();
  }

  private at(places: number): bigint {
    return this.units * 10n ** BigInt(places - this.places);
  }
}

function roundedHalfEven(dividend: bigint, divisor: bigint): bigint {
  const isNegative = dividend < 0n !== divisor < 0n;
  const [left, right] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const [quotient, rest] = [left / right, left % right];
  const isUp = rest * 2n > right || (rest * 2n === right && quotient % 2n === 1n);
  const rounded = isUp ? quotient + 1n : quotient;
  return isNegative ? -rounded : rounded;
}
