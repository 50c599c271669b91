-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE MATERIALIZED VIEW public.mails (
	id,
	mail
) AS SELECT id, mail FROM shop.public.users;

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE MATERIALIZED VIEW public.mails (
	id,
	mail
) AS SELECT id, mail FROM shop.public.users WHERE id > 0;

-- up
-- correctness drops-view: drops materialized view mails: statements that use it fail from then on
-- correctness gone-meanwhile: materialized view mails is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP MATERIALIZED VIEW public.mails;
CREATE MATERIALIZED VIEW public.mails (id, mail) AS SELECT id, mail FROM public.users WHERE id > 0;

-- down
-- correctness drops-view: drops materialized view mails: statements that use it fail from then on
-- correctness gone-meanwhile: materialized view mails is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP MATERIALIZED VIEW public.mails;
CREATE MATERIALIZED VIEW public.mails (id, mail) AS SELECT id, mail FROM public.users;
