CREATE PROCEDURE p(a int, OUT b int, OUT c text) LANGUAGE plpgsql AS 'BEGIN b := a; END';
