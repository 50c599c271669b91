-- renames
-- users=people

-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.people (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- up
-- correctness breaks-clients: renames table users to people: statements that still say users fail from then on
ALTER TABLE public.users RENAME TO people;

-- down
-- correctness breaks-clients: renames table people to users: statements that still say people fail from then on
ALTER TABLE public.people RENAME TO users;
