SET sql_mode = ORACLE;
CREATE PACKAGE prices AS
  FUNCTION gross(net INT) RETURN INT;
  FUNCTION net(gross INT) RETURN INT;
END;
CREATE PACKAGE BODY prices SQL SECURITY INVOKER AS
  rate INT := 1;
  -- Nobody else may call it.
  FUNCTION added(net INT) RETURN INT AS part INT := 10; BEGIN RETURN net / part * rate; END;
  FUNCTION gross(net INT) RETURN INT AS BEGIN RETURN net + added(net) + LENGTH('it''s'); END;
  FUNCTION net(gross INT) RETURN INT AS BEGIN RETURN gross - added(gross); END;
BEGIN
  rate := 2;
END;
