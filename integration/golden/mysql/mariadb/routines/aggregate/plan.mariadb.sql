-- alter function:total
--   change-aggregate aggregate: none → true
--   change-body body: RETURN price → BEGIN\n  DECLARE sum INT DEFAULT 0;\n  DECLARE CONTINUE HANDLER FOR NOT FOUND RETURN sum;\n  LOOP\n    FETCH GROUP NEXT ROW;\n    SET sum = sum + price;\n  END LOOP;\nEND

-- ==== up ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace function total (alter function:total)
--    ! correctness, changes-definition: function total is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` AGGREGATE FUNCTION `total`(`price` int(11))
  RETURNS int(11)
BEGIN
  DECLARE sum INT DEFAULT 0;
  DECLARE CONTINUE HANDLER FOR NOT FOUND RETURN sum;
  LOOP
    FETCH GROUP NEXT ROW;
    SET sum = sum + price;
  END LOOP;
END;

-- ==== down ====
-- batch, mysql/sql_mode = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION"

-- 1. replace function total (alter function:total)
--    ! correctness, changes-definition: function total is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` FUNCTION `total`(`price` int(11))
  RETURNS int(11)
RETURN price;
