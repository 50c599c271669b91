-- renames
-- users=app.users

-- before
CREATE SCHEMA app;
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE SCHEMA app;
CREATE TABLE app.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
-- correctness breaks-clients: renames table users to app.users: statements that still say users fail from then on
ALTER TABLE public.users SET SCHEMA app;

-- down
-- correctness breaks-clients: renames table app.users to users: statements that still say app.users fail from then on
ALTER TABLE app.users SET SCHEMA public;
