-- before
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE FUNCTION public.touch()
	RETURNS TRIGGER
	VOLATILE
	NOT LEAKPROOF
	CALLED ON NULL INPUT
	LANGUAGE plpgsql
	SECURITY INVOKER
	AS $$
	BEGIN
	RETURN NEW;
	END;
$$;
CREATE TRIGGER touched BEFORE INSERT OR UPDATE ON shop.public.users FOR EACH ROW EXECUTE FUNCTION shop.public.touch();

-- after
CREATE TABLE public.users (
	id INT8 NOT NULL DEFAULT unique_rowid(),
	mail STRING NOT NULL,
	CONSTRAINT users_pkey PRIMARY KEY (id ASC)
);
CREATE FUNCTION public.touch()
	RETURNS TRIGGER
	VOLATILE
	NOT LEAKPROOF
	CALLED ON NULL INPUT
	LANGUAGE plpgsql
	SECURITY INVOKER
	AS $$
	BEGIN
	RETURN NEW;
	END;
$$;
CREATE TRIGGER touched AFTER INSERT ON shop.public.users FOR EACH ROW EXECUTE FUNCTION shop.public.touch();

-- up
-- correctness gone-meanwhile: trigger touched is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER touched ON public.users;
CREATE TRIGGER touched AFTER INSERT ON public.users FOR EACH ROW EXECUTE FUNCTION public.touch();

-- down
-- correctness gone-meanwhile: trigger touched is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP TRIGGER touched ON public.users;
CREATE TRIGGER touched BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.touch();
