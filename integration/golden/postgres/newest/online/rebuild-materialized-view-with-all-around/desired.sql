CREATE TABLE orders (id bigint PRIMARY KEY, total integer, more integer);
CREATE MATERIALIZED VIEW big AS SELECT id, total, more FROM orders WHERE total > 3;
CREATE UNIQUE INDEX big_id ON big (id);
CREATE INDEX big_more ON big (more);
COMMENT ON MATERIALIZED VIEW big IS 'the big ones';
COMMENT ON INDEX big_id IS 'an index';
CREATE VIEW counted AS SELECT count(*) FROM big;
