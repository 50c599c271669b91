CREATE SCHEMA app;
CREATE DOMAIN app."My Domain" AS integer CONSTRAINT "is positive" CHECK (VALUE > 0) CONSTRAINT silent CHECK (VALUE < 9);
COMMENT ON CONSTRAINT "is positive" ON DOMAIN app."My Domain" IS 'it''s above 0';
CREATE DOMAIN d AS integer CONSTRAINT c CHECK (VALUE > 1);
COMMENT ON CONSTRAINT c ON DOMAIN d IS 'changed with it';
