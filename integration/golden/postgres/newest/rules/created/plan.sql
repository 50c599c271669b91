-- create postgres/rule:t.Also "log"
-- create postgres/rule:t.nothing
-- create postgres/rule:v.two

-- ==== up ====
-- batch, all or nothing

-- 1. create rule Also "log" on t (create postgres/rule:t.Also "log")
CREATE RULE "Also ""log""" AS ON INSERT TO public.t
   WHERE (new.a > 0) DO  INSERT INTO public."l g" (id)
  VALUES (new.id);

-- 2. create rule nothing on t (create postgres/rule:t.nothing)
CREATE RULE nothing AS ON UPDATE TO public.t DO INSTEAD NOTHING;
ALTER TABLE public.t DISABLE RULE nothing;

-- 3. create rule two on v (create postgres/rule:v.two)
CREATE RULE two AS ON DELETE TO public.v DO INSTEAD ( DELETE FROM public.t
  WHERE (t.id = old.id);
 INSERT INTO public."l g" (id)
  VALUES (old.id);
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop rule Also "log" on t (drop postgres/rule:t.Also "log")
--    ! correctness, drops-rule: drops rule Also "log": what it makes of INSERT on t is not made of it any more, and no statement need fail for want of it
DROP RULE "Also ""log""" ON public.t;

-- 2. drop rule nothing on t (drop postgres/rule:t.nothing)
--    ! correctness, drops-rule: drops rule nothing: what it makes of UPDATE on t is not made of it any more, and no statement need fail for want of it
DROP RULE nothing ON public.t;

-- 3. drop rule two on v (drop postgres/rule:v.two)
--    ! correctness, drops-rule: drops rule two: what it makes of DELETE on v is not made of it any more, and no statement need fail for want of it
DROP RULE two ON public.v;
