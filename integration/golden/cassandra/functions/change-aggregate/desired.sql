CREATE FUNCTION plus(a int, b int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS $$ return a + b; $$; CREATE AGGREGATE total(int) SFUNC plus STYPE int INITCOND 10;
