CREATE TABLE t (id int, a text, b jsonb, c tsvector, r int4range, d date);
CREATE INDEX i_btree ON t (id);
CREATE INDEX i_hash ON t USING hash (a);
CREATE INDEX i_gin ON t USING gin (b jsonb_path_ops) WITH (fastupdate = off);
CREATE INDEX i_gist ON t USING gist (r);
CREATE INDEX i_spgist ON t USING spgist (r);
CREATE INDEX i_brin ON t USING brin (d) WITH (pages_per_range = 16);
