CREATE TABLE t (a bigint[], b text[] NOT NULL DEFAULT '{x}', c numeric(12,2)[], d uuid[]);
