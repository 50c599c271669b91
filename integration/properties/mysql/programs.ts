import type { Feature } from '../features/feature.js';

/** Views, routines, triggers and events. */
export const programs: Readonly<Record<string, Feature>> = {
  view: {
    needs: ['amount'],
    forms: [
      ['CREATE VIEW @view AS SELECT id, @amount FROM @t'],
      ['CREATE VIEW @view AS SELECT id, @amount, id + 1 AS `next one` FROM @t'],
      [
        'CREATE ALGORITHM = MERGE SQL SECURITY INVOKER VIEW @view AS SELECT id, @amount FROM @t WHERE id > 0 WITH LOCAL CHECK OPTION',
      ],
      ['CREATE VIEW @view AS SELECT * FROM @t'],
      ['CREATE ALGORITHM = TEMPTABLE VIEW @view AS SELECT id, @amount, calc(@amount) AS n FROM @t'],
    ],
  },
  above: {
    needs: ['view'],
    forms: [
      ['CREATE VIEW above AS SELECT w.id, count(*) AS n FROM @view w GROUP BY w.id'],
      ['CREATE VIEW above AS SELECT w.* FROM @view w JOIN @other o ON o.@ref = w.id'],
      [
        "CREATE VIEW above AS WITH c AS (SELECT id FROM @view) SELECT id, 'it''s' AS s FROM c UNION SELECT id, 'o' FROM @other",
      ],
    ],
  },
  aview: {
    forms: [
      ['CREATE VIEW a_view AS SELECT o.id, (SELECT max(i.id) FROM @t i) AS top FROM @other o'],
      ['CREATE VIEW a_view (x, y) AS SELECT id, @ref FROM @other'],
      ['CREATE VIEW a_view AS SELECT row_number() OVER (ORDER BY id) AS r, CAST(id AS char(9)) AS c FROM @t'],
    ],
  },
  function: {
    forms: [
      ["CREATE FUNCTION f(x int) RETURNS varchar(20) DETERMINISTIC RETURN CONCAT(x, 'f')"],
      [
        "CREATE FUNCTION f(x int, y varchar(9) CHARACTER SET latin1) RETURNS int READS SQL DATA COMMENT 'it''s' BEGIN DECLARE n int; SELECT count(*) INTO n FROM @t; RETURN n + x; END",
      ],
      [
        "CREATE FUNCTION f(x int) RETURNS varchar(20) DETERMINISTIC SQL SECURITY INVOKER COMMENT 'c' RETURN CONCAT(x, 'f')",
      ],
      ["CREATE FUNCTION f(x decimal(9,2) unsigned) RETURNS enum('a','b') NO SQL RETURN 'a'"],
    ],
  },
  overFunction: {
    needs: ['function'],
    forms: [['CREATE VIEW over_f AS SELECT id, calc(id) AS n FROM @t'], ['CREATE VIEW over_f AS SELECT calc(1) AS n']],
  },
  procedure: {
    forms: [
      ['CREATE PROCEDURE p(IN a int, OUT b int, INOUT c varchar(10)) SET b = a'],
      ['CREATE PROCEDURE p() MODIFIES SQL DATA BEGIN UPDATE @t SET id = id WHERE id = 99; SELECT f.id FROM @t f; END'],
      [
        "CREATE PROCEDURE p() MODIFIES SQL DATA COMMENT 'says' BEGIN -- a note; here\n UPDATE @t SET id = id WHERE id = 99; END",
      ],
    ],
  },
  trigger: {
    needs: ['amount'],
    forms: [
      ['CREATE TRIGGER fire BEFORE INSERT ON @t FOR EACH ROW SET NEW.@amount = 1'],
      ['CREATE TRIGGER fire AFTER UPDATE ON @t FOR EACH ROW BEGIN UPDATE @other SET @ref = NULL WHERE id = 99; END'],
      ['CREATE TRIGGER fire BEFORE UPDATE ON @t FOR EACH ROW SET NEW.@amount = OLD.@amount'],
    ],
  },
  trigger2: {
    needs: ['trigger'],
    forms: [
      ['CREATE TRIGGER fire2 BEFORE INSERT ON @t FOR EACH ROW SET NEW.id = NEW.id'],
      ['CREATE TRIGGER a_fire BEFORE UPDATE ON @t FOR EACH ROW SET NEW.id = OLD.id'],
    ],
  },
  onOther: {
    forms: [
      ['CREATE TRIGGER other_in AFTER DELETE ON @other FOR EACH ROW DELETE FROM @t WHERE id = OLD.id'],
      ['CREATE TRIGGER other_in BEFORE INSERT ON @other FOR EACH ROW SET NEW.@ref = calc(NEW.@ref)'],
    ],
  },
  event: {
    forms: [
      ["CREATE EVENT daily ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM @t WHERE id = 99"],
      [
        "CREATE EVENT daily ON SCHEDULE EVERY 2 HOUR STARTS '2030-01-01 00:00:00' ENDS '2031-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE COMMENT 'it''s' DO DELETE FROM @t WHERE id = 99",
      ],
      ["CREATE EVENT daily ON SCHEDULE AT '2037-01-01 00:00:00' DO BEGIN DELETE FROM @other WHERE id = 99; END"],
    ],
  },
};
