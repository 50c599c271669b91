-- @renamed from=numbers
CREATE SEQUENCE counts START WITH 5 INCREMENT BY 2;
