CREATE TABLE orders (id bigint PRIMARY KEY, total integer);
CREATE MATERIALIZED VIEW big AS SELECT id, total FROM orders WHERE total > 10;
CREATE UNIQUE INDEX big_id ON big (id);
CREATE INDEX big_total ON big (total);
COMMENT ON MATERIALIZED VIEW big IS 'the big ones';
COMMENT ON INDEX big_id IS 'an index';
CREATE VIEW counted AS SELECT count(*) FROM big;
