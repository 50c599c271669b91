-- alter sequence:numbers
--   change-comment comment: of orders → it's of bills
--   change-engine engine: InnoDB → MyISAM
-- alter sequence:others
--   change-increment increment: 1 → 2
--   change-comment comment:  → x
-- create sequence:third

-- ==== up ====
-- batch

-- 1. alter sequence numbers (alter sequence:numbers)
ALTER TABLE `numbers` ENGINE=MyISAM, COMMENT='it''s of bills';
-- batch

-- 2. alter sequence others (alter sequence:others)
ALTER TABLE `others` COMMENT='x';
ALTER SEQUENCE `others` START WITH 1 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 2 CACHE 1000 NOCYCLE;
-- batch

-- 3. create sequence third (create sequence:third)
CREATE SEQUENCE `third` START WITH 1 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 1 CACHE 1000 NOCYCLE ENGINE=MyISAM COMMENT='made';

-- ==== down ====
-- batch

-- 1. drop sequence third (drop sequence:third)
--    ! data-loss, drops-sequence: drops sequence third with the number that it has counted to [irreversible]
DROP SEQUENCE `third`;
-- batch

-- 2. alter sequence numbers (alter sequence:numbers)
ALTER TABLE `numbers` ENGINE=InnoDB, COMMENT='of orders';
-- batch

-- 3. alter sequence others (alter sequence:others)
ALTER TABLE `others` COMMENT='';
ALTER SEQUENCE `others` START WITH 1 MINVALUE 1 MAXVALUE 9223372036854775806 INCREMENT BY 1 CACHE 1000 NOCYCLE;
