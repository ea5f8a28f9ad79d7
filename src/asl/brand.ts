declare const brand: unique symbol;

/** A value that carries its unit or meaning in its type; cast once, at the border. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Seconds, the unit of every duration in ASL. */
export type Seconds = Brand<number, 'Seconds'>;
/** Milliseconds since 1970-01-01T00:00:00Z, the unit of every instant in Statecraft. */
export type EpochMs = Brand<number, 'EpochMs'>;
