-- create view:v

-- ==== up ====
-- batch, mysql/sql_mode = "ORACLE"

-- 1. create view v (create view:v)
CREATE SQL SECURITY DEFINER VIEW `v` (`one`, `both_of_oracle`, `called_of_oracle`, `cut`, `called_of_mariadb`, `replaced`, `day`) AS
select `p`.`one`() AS `one`,oracle_schema.concat(`t`.`a`,'x') AS `both_of_oracle`,oracle_schema.concat(`t`.`a`,char_length(`t`.`a`)) AS `called_of_oracle`,oracle_schema.trim(leading 'x' from oracle_schema.substr(`t`.`a`,1)) AS `cut`,mariadb_schema.concat(`t`.`a`,'y') AS `called_of_mariadb`,mariadb_schema.replace(`t`.`a`,'concat(','y') AS `replaced`,cast(`t`.`a` as date) AS `day` from `t`;

-- ==== down ====
-- batch

-- 1. drop view v (drop view:v)
--    ! correctness, drops-used: drops view v: whatever uses it fails from then on
DROP VIEW `v`;
