-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE MATERIALIZED VIEW public.mails (
	id,
	mail
) AS SELECT id, mail FROM shop.public.users WITH DATA;

-- up
CREATE MATERIALIZED VIEW public.mails (id, mail) AS SELECT id, mail FROM public.users;

-- down
-- correctness drops-view: drops materialized view mails: statements that use it fail from then on
DROP MATERIALIZED VIEW public.mails;
