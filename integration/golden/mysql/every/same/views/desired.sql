CREATE TABLE t (a INT PRIMARY KEY, b VARCHAR(9));
CREATE OR REPLACE VIEW v AS select `t`.`a` as A, t.b as c from `t` where (not(((a > 1) and (b <> 'x'))) or (a in (1, 2)));
