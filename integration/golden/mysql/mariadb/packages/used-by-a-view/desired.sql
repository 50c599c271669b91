SET sql_mode = ORACLE;
CREATE PACKAGE prices COMMENT 'what it''s due' AS
  FUNCTION gross(net INT) RETURN INT;
END;
CREATE PACKAGE BODY prices SQL SECURITY INVOKER AS
  rate INT := 1;
  -- Nobody else may call it.
  FUNCTION added(net INT) RETURN INT AS part INT := 10; BEGIN RETURN net / part * rate; END;
  FUNCTION gross(net INT) RETURN INT AS BEGIN RETURN net + added(net) + LENGTH('it''s'); END;
BEGIN
  rate := 2;
END;
CREATE VIEW v AS SELECT prices.gross(1) AS worth FROM dual;
CREATE VIEW w AS SELECT prices.gross(2) AS worth FROM dual;
