CREATE TYPE mood AS ENUM ('happy', 'ok');
CREATE DOMAIN liked AS mood DEFAULT 'ok' CHECK (VALUE <> 'ok' OR VALUE = 'ok');
CREATE DOMAIN loved AS liked NOT NULL;
COMMENT ON DOMAIN liked IS 'one''s mood';
CREATE TABLE t (d liked DEFAULT 'happy', l liked[]);
CREATE TABLE u (e loved);
