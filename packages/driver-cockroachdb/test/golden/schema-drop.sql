-- before
CREATE SCHEMA app;

-- after

-- up
DROP SCHEMA app;

-- down
CREATE SCHEMA app;
