CREATE SCHEMA "we""ird";
CREATE SEQUENCE "we""ird"."Order";
