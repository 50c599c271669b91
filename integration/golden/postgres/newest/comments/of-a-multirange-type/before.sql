CREATE TYPE kept AS RANGE (SUBTYPE = integer);
COMMENT ON TYPE kept IS 'the range';
COMMENT ON TYPE kept_multirange IS 'many of it';
CREATE TYPE renamed AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = "We""ird many");
COMMENT ON TYPE "We""ird many" IS 'stays with it';
CREATE TYPE remade AS RANGE (SUBTYPE = integer);
COMMENT ON TYPE remade_multirange IS 'said again';
CREATE TYPE silent AS RANGE (SUBTYPE = integer);
COMMENT ON TYPE silent_multirange IS 'taken away';
