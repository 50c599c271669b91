-- renames
-- app=shop

-- before
CREATE SCHEMA app;
CREATE TABLE app.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE SCHEMA shop;
CREATE TABLE shop.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
-- correctness breaks-clients: renames schema app to shop: statements that still say app fail from then on
ALTER SCHEMA app RENAME TO shop;

-- down
-- correctness breaks-clients: renames schema shop to app: statements that still say shop fail from then on
ALTER SCHEMA shop RENAME TO app;
