import { setTimeout as sleep } from 'node:timers/promises';
import { throwIfAborted } from '@sync/core';
import type cassandra from 'cassandra-driver';
import { codes, disagreement } from './errors.js';

const lookMs = 50;

/** After that long without a beat the nodes themselves take one for down (`phi_convict_threshold`): https://cassandra.apache.org/doc/latest/cassandra/architecture/dynamo.html#ring-membership-and-failure-detection */
const silentMs = 25_000;

/** What was last heard of a node, and when that was new. */
interface Beat {
  readonly beat: string;
  readonly since: number;
}

/** What is waited for, and on whose behalf. */
interface AgreementFacts {
  readonly label: string;
  readonly withinMs: number;
}

/**
 * Waits until all nodes that are up hold one schema: https://cassandra.apache.org/doc/latest/cassandra/architecture/guarantees.html asks that of whoever changes one. A node that is
 * down is waited for once, until it is known that it is.
 */
export class Agreement {
  private readonly beats = new Map<string, Beat>();

  constructor(
    private readonly client: cassandra.Client,
    private readonly facts: AgreementFacts,
  ) {}

  async reached(signal?: AbortSignal): Promise<void> {
    const { label, withinMs } = this.facts;
    const begun = performance.now();
    for (;;) {
      const versions = await this.versions();
      if (versions.size <= 1) return;
      throwIfAborted(signal, 'execute');
      const waited = performance.now() - begun;
      if (waited >= withinMs) throw disagreement(label, versions.size, Math.round(waited));
      await sleep(lookMs);
    }
  }

  /** The versions that the nodes hold, as the one that is asked knows of them. One that is down learns of the newest when it is back. */
  private async versions(): Promise<ReadonlySet<string>> {
    const [local, peers] = await Promise.all([
      this.client.execute('SELECT schema_version FROM system.local'),
      this.client.execute('SELECT host_id, schema_version FROM system.peers_v2'),
    ]);
    const [own] = local.rows;
    const others = peers.rows.filter(({ schema_version: version }) => version);
    const differs = others.some(({ schema_version: version }) => String(version) !== String(own?.schema_version));
    const down = differs ? await this.down() : new Set();
    const counted = others.filter(({ host_id: host }) => !down.has(String(host)));
    return new Set([own, ...counted].map((row) => String(row?.schema_version)));
  }

  /** Who has shut down, or was not heard of by the others for long: nodes speak to each other every second. */
  private async down(): Promise<ReadonlySet<string>> {
    const now = performance.now();
    const heard = await this.heard();
    return new Set(
      heard.flatMap(({ host, beat, hasShutDown }) => {
        const last = this.beats.get(host);
        if (last?.beat !== beat) this.beats.set(host, { beat, since: now });
        const isSilent = last?.beat === beat && now - last.since >= silentMs;
        return hasShutDown || isSilent ? [host] : [];
      }),
    );
  }

  private async heard(): Promise<
    readonly { readonly host: string; readonly beat: string; readonly hasShutDown: boolean }[]
  > {
    try {
      const { rows } = await this.client.execute(
        'SELECT host_id, generation, heartbeat, status_with_port FROM system_views.gossip_info',
      );
      return rows.map((row) => ({
        host: String(row.host_id),
        beat: `${row.generation}:${row.heartbeat}`,
        hasShutDown: String(row.status_with_port).startsWith('shutdown'),
      }));
    } catch (error) {
      const { code } = error as { readonly code?: unknown };
      // The role may not ask, or the server is older than the table: then nobody is known to be down.
      if (code === codes.unauthorized || code === codes.invalid) return [];
      throw error;
    }
  }
}
