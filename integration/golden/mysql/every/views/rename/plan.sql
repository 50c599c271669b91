-- rename view:letters from view:mails

-- ==== up ====
-- batch

-- 1. rename view mails to letters (rename view:letters)
--    ! correctness, breaks-clients: clients that use view mails fail once it is called letters
RENAME TABLE `mails` TO `letters`;

-- ==== down ====
-- batch

-- 1. rename view letters to mails (rename view:mails)
--    ! correctness, breaks-clients: clients that use view letters fail once it is called mails
RENAME TABLE `letters` TO `mails`;
