-- before

-- after
CREATE FUNCTION public.total(IN a INT8, b INT8 DEFAULT 1:::INT8)
	RETURNS INT8
	IMMUTABLE
	LEAKPROOF
	STRICT
	LANGUAGE SQL
	SECURITY INVOKER
	AS $$
	SELECT a + b;
$$;
CREATE FUNCTION public.total(IN a STRING, b STRING DEFAULT '1':::STRING)
	RETURNS STRING
	IMMUTABLE
	LEAKPROOF
	STRICT
	LANGUAGE SQL
	SECURITY INVOKER
	AS $$
	SELECT a || b;
$$;

-- up
CREATE FUNCTION public.total(a INT8, b INT8 DEFAULT 1:::INT8)
  RETURNS INT8
  IMMUTABLE
  LEAKPROOF
  STRICT
  LANGUAGE sql
  AS $$
	SELECT a + b;
$$;
CREATE FUNCTION public.total(a STRING, b STRING DEFAULT '1':::STRING)
  RETURNS STRING
  IMMUTABLE
  LEAKPROOF
  STRICT
  LANGUAGE sql
  AS $$
	SELECT a || b;
$$;

-- down
-- correctness drops-routine: drops function total(INT8, INT8): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.total(INT8, INT8);
-- correctness drops-routine: drops function total(STRING, STRING): statements that call it fail from then on, also those in the bodies of others
DROP FUNCTION public.total(STRING, STRING);
