CREATE TABLE t (id int, gone int);
COMMENT ON TABLE t IS 'a table';
COMMENT ON COLUMN t.gone IS 'gone';
CREATE TABLE u (id int, gone int);
COMMENT ON COLUMN u.gone IS 'gone';
