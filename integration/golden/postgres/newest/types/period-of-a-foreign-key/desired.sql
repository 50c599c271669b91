CREATE EXTENSION btree_gist;
CREATE TABLE t (id bigint, during daterange, PRIMARY KEY (id, during WITHOUT OVERLAPS));
CREATE TABLE u (t bigint, during daterange, FOREIGN KEY (t, PERIOD during) REFERENCES t (id, PERIOD during));
COMMENT ON CONSTRAINT u_t_during_fkey ON u IS 'kept';
