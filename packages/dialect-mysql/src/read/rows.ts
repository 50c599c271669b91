/** The rows that the queries answer with. */
export interface Rows {
  readonly database: {
    readonly name: string;
    readonly charset: string;
    readonly collation: string;
    /** The sql_mode of the session that reads. */
    readonly mode: string;
  };
  readonly tables: {
    readonly name: string;
    readonly type: string;
    readonly engine: string | null;
    readonly collation: string | null;
    readonly options: string | null;
    readonly comment: string;
  };
  readonly collations: { readonly collation: string; readonly charset: string };
  readonly columns: {
    readonly table: string;
    readonly name: string;
    readonly type: string;
    readonly dataType: string;
    readonly charset: string | null;
    readonly collation: string | null;
    readonly nullable: string;
    readonly value: string | null;
    readonly extra: string;
    readonly generation: string | null;
    readonly comment: string;
    readonly srid: number | null;
  };
  /** Of servers that do not show it beside the column. */
  readonly spatialReferences: { readonly table: string; readonly column: string; readonly srid: number };
  readonly indexes: {
    readonly table: string;
    readonly name: string;
    readonly repeats: number | string;
    readonly type: string;
    readonly column: string | null;
    readonly length: number | string | null;
    readonly direction: string | null;
    readonly comment: string;
    readonly expression: string | null;
    readonly unused: string;
  };
  readonly checks: {
    readonly table: string;
    readonly name: string;
    readonly expression: string;
    readonly enforced: string;
    readonly level: string;
  };
  readonly foreignKeys: {
    readonly table: string;
    readonly name: string;
    readonly database: string;
    readonly target: string;
    readonly onUpdate: string;
    readonly onDelete: string;
  };
  readonly foreignKeyColumns: {
    readonly table: string;
    readonly name: string;
    readonly column: string;
    readonly target: string;
  };
  readonly partitions: {
    readonly table: string;
    readonly name: string;
    readonly part: string | null;
    readonly method: string;
    readonly partMethod: string | null;
    readonly expression: string | null;
    readonly partExpression: string | null;
    readonly values: string | null;
    readonly comment: string | null;
  };
  readonly views: {
    readonly name: string;
    readonly query: string;
    readonly checkOption: string;
    readonly security: string;
    readonly definer: string;
    readonly textCollation: string;
    /** Null where the server does not show it here. */
    readonly algorithm: string | null;
  };
  readonly routines: {
    readonly name: string;
    readonly type: string;
    readonly returns: string | null;
    readonly charset: string | null;
    readonly collation: string | null;
    readonly language: string;
    readonly body: string | null;
    readonly deterministic: string;
    readonly access: string;
    readonly security: string;
    readonly comment: string;
    readonly definer: string;
    readonly mode: string;
    /** Of texts in the body. */
    readonly textCollation: string;
  };
  readonly parameters: {
    readonly routine: string;
    readonly type: string;
    readonly mode: string | null;
    readonly name: string;
    readonly dataType: string;
    readonly charset: string | null;
    readonly collation: string | null;
    /** Its default as it was written, of which a definition alone tells. */
    readonly value?: string;
  };
  readonly triggers: {
    readonly name: string;
    readonly table: string;
    readonly timing: string;
    readonly event: string;
    readonly body: string;
    readonly definer: string;
    readonly mode: string;
    /** Of texts in the body. */
    readonly textCollation: string;
  };
  /** From where a table counts on. */
  readonly counters: { readonly table: string; readonly next: number | string };
  /** How far tables have counted. */
  readonly reached: Rows['counters'];
  /** What the server keeps with a table beside its definition. */
  readonly beside: { readonly table: string; readonly what: string };
  readonly grants: {
    /** `'name'@'host'`. */
    readonly grantee: string;
    readonly level: string;
    /** Empty for the database itself. */
    readonly name: string;
    readonly column: string;
    /** Of a routine several, with commas between. */
    readonly privilege: string;
    readonly grantable: string;
    /** Whether it is of the account that asks. */
    readonly self: number | string;
  };
  /** Definitions of tables and views as SHOW CREATE writes them, of what says something that is shown nowhere else. */
  readonly shown: { readonly name: string; readonly text: string };
  readonly events: {
    readonly name: string;
    readonly zone: string;
    /** What `SYSTEM` stands for. */
    readonly systemZone: string;
    /** Null where the server cannot convert from its time zone. */
    readonly known: string | null;
    readonly at: string | null;
    readonly count: string | null;
    readonly unit: string | null;
    readonly starts: string | null;
    readonly ends: string | null;
    /** Whether its last moment has passed. */
    readonly over: number | string;
    /** Whether it began when it was made. */
    readonly begins: number | string;
    readonly status: string;
    readonly completion: string;
    readonly comment: string;
    readonly body: string;
    readonly definer: string;
    readonly mode: string;
    /** Of texts in the body. */
    readonly textCollation: string;
  };
}
