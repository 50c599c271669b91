import cassandra from 'cassandra-driver';

type Host = cassandra.Host;

/**
 * Asks one node for as long as it is up, of the data centre that was named where one was: what one coordinator changes in a schema, it changes in order. It is chosen anew only
 * when it is gone.
 */
export class OneNode extends cassandra.policies.loadBalancing.LoadBalancingPolicy {
  private hosts: cassandra.HostMap | undefined;
  private chosen: Host | undefined;

  constructor(private readonly dataCenter: string | undefined) {
    super();
  }

  override init(_client: cassandra.Client, hosts: cassandra.HostMap, callback: (error: Error) => void): void {
    this.hosts = hosts;
    const isThere = hosts.values().some((host) => this.suits(host));
    callback((isThere ? null : new Error(`no node is of the data centre ${this.dataCenter}`)) as Error);
  }

  override getDistance(host: Host): cassandra.types.distance {
    const { local, ignored } = cassandra.types.distance;
    return this.suits(host) ? local : ignored;
  }

  override newQueryPlan(
    _keyspace: string,
    _options: unknown,
    callback: (error: Error, plan: Iterator<Host>) => void,
  ): void {
    callback(null as unknown as Error, this.plan());
  }

  private plan(): Iterator<Host> {
    const suiting = (this.hosts?.values() ?? []).filter((host) => this.suits(host));
    if (!this.chosen?.isUp() || !suiting.includes(this.chosen))
      this.chosen = suiting.find((host) => host.isUp()) ?? suiting[0];
    return (this.chosen ? [this.chosen] : [])[Symbol.iterator]();
  }

  private suits(host: Host): boolean {
    // What a node that is only a contact point is, shows once it has answered.
    return this.dataCenter === undefined || host.datacenter === null || host.datacenter === this.dataCenter;
  }
}
