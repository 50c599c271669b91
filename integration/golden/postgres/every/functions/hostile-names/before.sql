CREATE SCHEMA "se""lect";
