-- before

-- after
CREATE SCHEMA app;

-- up
CREATE SCHEMA app;

-- down
DROP SCHEMA app;
