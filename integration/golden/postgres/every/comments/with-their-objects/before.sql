CREATE TABLE gone (id int);
COMMENT ON TABLE gone IS 'gone';
COMMENT ON COLUMN gone.id IS 'gone';
CREATE INDEX gone_id ON gone (id);
COMMENT ON INDEX gone_id IS 'gone';
