CREATE TYPE kept AS RANGE (SUBTYPE = integer);
COMMENT ON TYPE kept IS 'the range';
COMMENT ON TYPE kept_multirange IS 'many of the range';
CREATE TYPE renamed AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = manies);
COMMENT ON TYPE manies IS 'stays with it';
CREATE TYPE remade AS RANGE (SUBTYPE = bigint);
COMMENT ON TYPE remade_multirange IS 'said again';
CREATE TYPE silent AS RANGE (SUBTYPE = integer);
