-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	notes STRING NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	FAMILY often (id, mail),
	FAMILY seldom (notes)
);

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	notes STRING NULL,
	photo BYTES NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC),
	FAMILY often (id, mail),
	FAMILY seldom (notes),
	FAMILY photos (photo)
);

-- up
ALTER TABLE public.users ADD COLUMN photo BYTES CREATE FAMILY photos;

-- down
-- data-loss drops-column: drops column users.photo with all of its values
ALTER TABLE public.users DROP COLUMN photo;
