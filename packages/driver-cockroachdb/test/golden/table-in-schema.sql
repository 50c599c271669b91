-- before

-- after
CREATE SCHEMA app;
CREATE TABLE app.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
CREATE SCHEMA app;
CREATE TABLE app.users (
  id INT8 NOT NULL DEFAULT unique_rowid(),
  mail STRING NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- down
-- data-loss drops-table: drops table app.users with all of its rows
DROP TABLE app.users;
DROP SCHEMA app;
