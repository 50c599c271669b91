CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $body$
BEGIN
  RETURN $function$it's a \ "thing"$function$;
END
$body$;
