-- before

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE PROCEDURE public.clear()
	LANGUAGE plpgsql
	SECURITY DEFINER
	AS $$
	BEGIN
	DELETE FROM shop.public.users WHERE id = 0;
	END
$$;

-- up
CREATE TABLE public.users (
  id INT8 NOT NULL DEFAULT unique_rowid(),
  mail STRING NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE PROCEDURE public.clear()
  SECURITY DEFINER
  LANGUAGE plpgsql
  AS $$
	BEGIN
	DELETE FROM public.users WHERE id = 0;
	END
$$;

-- down
-- correctness drops-routine: drops procedure clear(): statements that call it fail from then on, also those in the bodies of others
DROP PROCEDURE public.clear();
-- data-loss drops-table: drops table users with all of its rows
DROP TABLE public.users;
