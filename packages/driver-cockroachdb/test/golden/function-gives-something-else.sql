-- before
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

-- after
CREATE FUNCTION public.total(IN a INT8, b INT8 DEFAULT 1:::INT8)
	RETURNS FLOAT8
	IMMUTABLE
	LEAKPROOF
	STRICT
	LANGUAGE SQL
	SECURITY INVOKER
	AS $$
	SELECT a + b;
$$;

-- up
-- correctness drops-routine: drops function total(INT8, INT8): statements that call it fail from then on, also those in the bodies of others
-- correctness gone-meanwhile: function total(INT8, INT8) is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP FUNCTION public.total(INT8, INT8);
CREATE FUNCTION public.total(a INT8, b INT8 DEFAULT 1:::INT8)
  RETURNS FLOAT8
  IMMUTABLE
  LEAKPROOF
  STRICT
  LANGUAGE sql
  AS $$
	SELECT a + b;
$$;

-- down
-- correctness drops-routine: drops function total(INT8, INT8): statements that call it fail from then on, also those in the bodies of others
-- correctness gone-meanwhile: function total(INT8, INT8) is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP FUNCTION public.total(INT8, INT8);
CREATE FUNCTION public.total(a INT8, b INT8 DEFAULT 1:::INT8)
  RETURNS INT8
  IMMUTABLE
  LEAKPROOF
  STRICT
  LANGUAGE sql
  AS $$
	SELECT a + b;
$$;
