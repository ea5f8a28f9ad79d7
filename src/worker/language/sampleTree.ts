import { type Json, setOwn } from '../../asl';

/** A step of a path: a member's name, or an element of an array, whichever. */
export type SampleStep = { readonly member: string } | 'element';

/** What is read from a made-up value, place by place, and a value where one is known to fit. */
export class SampleTree {
  private readonly members = new Map<string, SampleTree>();
  private element: SampleTree | undefined;
  private value: Json | undefined;

  /** The place a path leads to, made when it is not there yet. */
  at(path: readonly SampleStep[]): SampleTree {
    let place: SampleTree = this;
    for (const step of path) place = step === 'element' ? place.elementTree() : place.member(step.member);
    return place;
  }

  /** The first value counts: it comes from the state nearest to the start. */
  suggest(value: Json): void {
    this.value ??= value;
  }

  elementTree(): SampleTree {
    this.element ??= new SampleTree();
    return this.element;
  }

  get isEmpty(): boolean {
    return this.members.size === 0 && !this.element && this.value === undefined;
  }

  /** @param name the place's own name, which hints at what stands there */
  toJson(name: string): Json {
    if (this.element) return [this.element.toJson(singular(name))];
    if (this.members.size > 0) {
      const object: Record<string, Json> = {};
      for (const [key, tree] of this.members) setOwn(object, key, tree.toJson(key));
      return object;
    }
    return this.value ?? plausible(name);
  }

  private member(name: string): SampleTree {
    const known = this.members.get(name) ?? new SampleTree();
    this.members.set(name, known);
    return known;
  }
}

const singular = (name: string): string => name.replace(/(?<=\w)s$/i, '');

/** A value that fits what a field is called. */
function plausible(name: string): Json {
  if (/^(is|has|should|can)[A-Z_]|^(enabled|active|valid|approved|success)$/i.test(name)) return true;
  if (/(count|total|amount|price|quantity|seconds|size|number|index|limit|score|age|^[nxy])$/i.test(name))
    return 1;
  if (/(items|list|array|records|entries)$/i.test(name)) return [];
  if (/e?mail$/i.test(name)) return 'someone@example.com';
  if (/(timestamp|date|time|at)$/i.test(name) && /timestamp|date|time|[a-z]At$/.test(name)) {
    return '2030-01-01T00:00:00Z';
  }
  return /id$/i.test(name) ? `${name}-1` : name;
}
