SET sql_mode = ORACLE;
CREATE PACKAGE prices COMMENT 'what it''s worth' AS
  FUNCTION gross(net INT) RETURN INT;
END;
