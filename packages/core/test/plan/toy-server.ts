import type { Batch, Driver } from '../../src/contract/index.js';
import { kindOf } from '../../src/diff/kinds.js';
import { type Address, partsOf } from '../../src/model/address.js';
import { createCatalogue } from '../../src/model/catalogue.js';
import type { SchemaObject } from '../../src/model/object.js';
import type { ToyCommand } from '../support/toy.js';

/**
 * A server in a few lines that is as strict as a real one: nothing is made before what it needs, nothing goes while something needs it, no name is held twice, and
 * what lies in an object goes and moves with it.
 */
export class ToyServer {
  private readonly objects = new Map<Address, SchemaObject>();

  constructor(
    private readonly driver: Driver,
    objects: Iterable<SchemaObject>,
  ) {
    for (const object of objects) this.objects.set(object.address, object);
  }

  run(batches: readonly Batch[]): void {
    for (const { steps } of batches)
      for (const { sql } of steps) for (const { text } of sql) this.execute(JSON.parse(text));
  }

  get root() {
    return createCatalogue(this.objects.values()).root;
  }

  private execute(command: ToyCommand): void {
    if (command.verb === 'drop') this.drop(command.from);
    else if (command.verb === 'create') this.create(command.to);
    else if (command.verb === 'rename') this.rename(command.from, command.to);
    else this.alter(command.to);
  }

  private drop(from: SchemaObject): void {
    if (!this.objects.has(from.address)) throw new Error(`${from.address} is not there to be dropped`);
    const tree = this.tree(from.address);
    for (const object of this.objects.values()) {
      const need = tree.has(object.address) ? undefined : object.needs.find((each) => tree.has(each));
      if (need) throw new Error(`${need} cannot go: ${object.address} needs it`);
    }
    for (const address of tree) this.objects.delete(address);
  }

  private create(to: SchemaObject): void {
    this.requireFree(to);
    this.requireNeeds(to);
    this.objects.set(to.address, to);
  }

  private alter(to: SchemaObject): void {
    if (!this.objects.has(to.address)) throw new Error(`${to.address} is not there to be altered`);
    for (const object of this.objects.values()) {
      const frail = kindOf(this.driver, object.kind).survives !== undefined;
      if (frail && (object.needs.includes(to.address) || object.parent === to.address)) {
        throw new Error(`${to.address} cannot be altered under ${object.address}`);
      }
    }
    this.requireNeeds(to);
    this.objects.set(to.address, to);
  }

  private rename(from: SchemaObject, to: SchemaObject): void {
    if (!this.objects.has(from.address)) throw new Error(`${from.address} is not there to be renamed`);
    this.requireFree(to);
    const moved = new Map(
      [...this.tree(from.address)].map((address) => [address, moveAddress(address, from.address, to.address)]),
    );
    const all = [...this.objects.values()];
    this.objects.clear();
    for (const object of all) {
      const at = moved.get(object.address) ?? object.address;
      const rename = { of: 'object', from: from.address, to: to.address, name: to.name } as const;
      const followed = kindOf(this.driver, object.kind).follow?.(object, rename) ?? object;
      this.objects.set(at, {
        ...(followed === 'rewritten' ? object : followed),
        address: at,
        needs: object.needs.map((need) => moved.get(need) ?? need),
        ...(object.parent && { parent: moved.get(object.parent) ?? object.parent }),
      });
    }
  }

  private tree(of: Address): ReadonlySet<Address> {
    const tree = new Set([of]);
    // A set that grows while it is walked yields what was added, too.
    for (const address of tree) {
      for (const object of this.objects.values()) if (object.parent === address) tree.add(object.address);
    }
    return tree;
  }

  private requireFree(to: SchemaObject): void {
    const name = (object: SchemaObject) =>
      JSON.stringify([kindOf(this.driver, object.kind).namespace ?? object.kind, ...partsOf(object.address).parts]);
    for (const object of this.objects.values()) {
      if (name(object) === name(to)) throw new Error(`the name of ${to.address} is held by ${object.address}`);
    }
  }

  private requireNeeds(object: SchemaObject): void {
    const missing = [...object.needs, ...(object.parent ? [object.parent] : [])].find(
      (need) => !this.objects.has(need),
    );
    if (missing) throw new Error(`${object.address} needs ${missing}, which is not there`);
  }
}

function moveAddress(of: Address, from: Address, to: Address): Address {
  if (of === from) return to;
  const { kind, parts } = partsOf(of);
  const prefix = partsOf(from).parts;
  if (!prefix.every((part, i) => part === parts[i])) return of;
  return `${kind}:${[...partsOf(to).parts, ...parts.slice(prefix.length)].join('.')}` as Address;
}
