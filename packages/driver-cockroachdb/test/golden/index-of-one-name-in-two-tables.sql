-- before

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	INDEX by_mail (mail ASC)
);
CREATE TABLE public.guests (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT guests_pkey PRIMARY KEY (id ASC),
	INDEX by_mail (mail ASC)
);

-- up
CREATE TABLE public.guests (
  id INT8 NOT NULL DEFAULT unique_rowid(),
  mail STRING NOT NULL,
  CONSTRAINT guests_pkey PRIMARY KEY (id ASC)
);
CREATE INDEX by_mail ON public.guests (mail ASC);
CREATE TABLE public.users (
  id INT8 NOT NULL DEFAULT unique_rowid(),
  mail STRING NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE INDEX by_mail ON public.users (mail ASC);

-- down
-- data-loss drops-table: drops table guests with all of its rows
DROP TABLE public.guests;
-- data-loss drops-table: drops table users with all of its rows
DROP TABLE public.users;
