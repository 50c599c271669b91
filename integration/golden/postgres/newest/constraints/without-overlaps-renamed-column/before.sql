CREATE TABLE p (r int4range, at daterange, CONSTRAINT p_pk PRIMARY KEY (r, at WITHOUT OVERLAPS));
CREATE TABLE c (r int4range, at daterange, CONSTRAINT c_f FOREIGN KEY (r, PERIOD at) REFERENCES p (r, PERIOD at));
