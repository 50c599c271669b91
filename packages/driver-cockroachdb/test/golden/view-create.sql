-- before

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE VIEW public.mails (
	id,
	mail
) AS SELECT id, mail FROM shop.public.users;

-- up
CREATE TABLE public.users (
  id INT8 NOT NULL DEFAULT unique_rowid(),
  mail STRING NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE VIEW public.mails (id, mail) AS SELECT id, mail FROM public.users;

-- down
-- correctness drops-view: drops view mails: statements that use it fail from then on
DROP VIEW public.mails;
-- data-loss drops-table: drops table users with all of its rows
DROP TABLE public.users;
