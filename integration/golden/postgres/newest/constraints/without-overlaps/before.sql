CREATE TABLE p (r int4range, at daterange, CONSTRAINT p_pk PRIMARY KEY (r, at WITHOUT OVERLAPS));
CREATE TABLE c (r int4range, at daterange);
