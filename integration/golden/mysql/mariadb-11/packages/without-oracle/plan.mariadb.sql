-- create mariadb/package-body:tools
-- alter mariadb/package:tools
--   change-comment comment: none → a
--   change-body body: FUNCTION one() RETURNS INT;\nEND → FUNCTION one() RETURNS INT;\n  PROCEDURE two();\nEND

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace package tools (alter mariadb/package:tools)
--    ! correctness, changes-definition: package tools is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` PACKAGE `tools`
  COMMENT 'a'
FUNCTION one() RETURNS INT;
  PROCEDURE two();
END;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. create package body tools (create mariadb/package-body:tools)
CREATE PACKAGE BODY `tools`
FUNCTION one() RETURNS INT RETURN 1;
  PROCEDURE two() BEGIN IF 1 THEN SELECT one(); END IF; END;
END;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. drop package body tools (drop mariadb/package-body:tools)
--    ! correctness, drops-used: drops package body tools: whatever uses it fails from then on
DROP PACKAGE BODY `tools`;
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 2. replace package tools (alter mariadb/package:tools)
--    ! correctness, changes-definition: package tools is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` PACKAGE `tools`
FUNCTION one() RETURNS INT;
END;
