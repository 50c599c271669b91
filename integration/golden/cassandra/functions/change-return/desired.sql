CREATE FUNCTION plus(a int, b int) CALLED ON NULL INPUT RETURNS bigint LANGUAGE java AS $$ return Long.valueOf(a + b); $$;
