-- before

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	notes STRING NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	FAMILY often (id, mail),
	FAMILY seldom (notes)
);

-- up
CREATE TABLE public.users (
  id INT8 NOT NULL DEFAULT unique_rowid(),
  mail STRING NOT NULL,
  notes STRING,
  CONSTRAINT users_pkey PRIMARY KEY (id ASC),
  FAMILY often (id, mail),
  FAMILY seldom (notes)
);

-- down
-- data-loss drops-table: drops table users with all of its rows
DROP TABLE public.users;
