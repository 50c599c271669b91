-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after

-- up
-- data-loss drops-table: drops table users with all of its rows
DROP TABLE public.users;

-- down
CREATE TABLE public.users (
  id INT8 NOT NULL DEFAULT unique_rowid(),
  mail STRING NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
